package org.jiuzhu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.Person;
import org.jiuzhu.servicerecord.Initiator;
import org.jiuzhu.servicerecord.NewServiceRecord;
import org.jiuzhu.servicerecord.RecordSheet;
import org.jiuzhu.servicerecord.ResidentTag;
import org.jiuzhu.servicerecord.ServiceItem;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Chromium;
import org.jiuzhu.support.RunningProduct;
import org.jiuzhu.support.Town;
import org.jiuzhu.workflow.TaskSubject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The service record in a browser: filled in with photos, on a phone, and printed beside the form of SJ 附件. */
@RunningProduct
class RecordsTest {

    /** Where the lines stand on the form as it was drawn ({@code print/form.png}), and how far off they may be. */
    private static final int OFF = 6;

    private static final double SAME = 0.002;
    /** Above the number, version and time at the foot. */
    private static final int FOOT = 1000;

    private static final int WIDTH = 790;

    private static final String STORY =
            "老人精神尚可，近两周膝盖疼，上下楼不便，买菜由邻居代买。已劝其到社区卫生服务中心就诊，并说明医疗救助的办理办法和需要带的材料。" + "配偶钱演示身体如常。\n老人希望楼道加装扶手，已记入需求，转街镇顾问跟进。";
    /** 𠮷 and 𡋾; and a character that no font has. */
    private static final String JI = "\uD842\uDFB7";

    private static final String RARE = "\uD844\uDEFE";
    private static final String NOBODYS = "\uD8BF\uDFFD";

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    ServiceRecords records;

    @Autowired
    Households households;

    @Autowired
    Town town;

    Colleague lin;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void aConsultantAtADesk() {
        lin = new Colleague(chromium, "http://127.0.0.1:" + port, 1280, "zh").logIn("lin.shiyong");
    }

    @AfterEach
    void goHome() {
        lin.close();
    }

    @Test
    void aRecordIsOneSheetThatLooksLikeTheForm() {
        Paper paper = print(write("赵示例", STORY), "record");

        assertThat(paper.sheets()).hasSize(1);
        BufferedImage form = Paper.picture("form.png");
        List<Integer> drawn = Paper.ruledLines(form);
        List<Integer> printed = Paper.ruledLines(paper.first());
        assertThat(printed).as("ruled lines").hasSameSizeAs(drawn);
        for (int line = 0; line < drawn.size(); line++) {
            assertThat(printed.get(line)).as("line %s", line).isBetween(drawn.get(line) - OFF, drawn.get(line) + OFF);
        }
        assertThat(Paper.difference(body(paper.first()), body(Paper.picture("record.png"))))
                .as("dots that differ from print/record.png; what was printed is target/paper/record-1.png")
                .isLessThan(SAME);
        assertThat(Paper.difference(body(paper.first()), body(form)))
                .as("dots that differ from the form as it was drawn, other than its date and its picture")
                .isLessThan(5 * SAME);
    }

    @Test
    void aRecordThatSaysSomethingElseIsSeenToDiffer() {
        Paper paper = print(write("赵示例", "电话没人接。"), "other");

        assertThat(Paper.difference(body(paper.first()), body(Paper.picture("record.png"))))
                .isGreaterThan(SAME);
    }

    @Test
    void aLongRecordGoesOnOverThePageAndLosesNothing() {
        StringBuilder story = new StringBuilder();
        for (int n = 1; n <= 40; n++) {
            story.append("第").append(n).append("句，老人说近来腿脚不便，已记下要办的事，下次再来看望。\n");
        }
        Paper paper = print(write("赵示例", story.toString()), "long");

        assertThat(paper.sheets()).hasSize(2);
        String words = String.join("", paper.words());
        for (int n = 1; n <= 40; n++) {
            assertThat(words).contains("第" + n + "句");
        }
        assertThat(paper.words().get(1)).contains("图片记录", "记录编号");
        for (BufferedImage sheet : paper.sheets()) {
            assertThat(isWhite(sheet, 0, 60)).as("head margin").isTrue();
            assertThat(isWhite(sheet, sheet.getHeight() - 60, sheet.getHeight()))
                    .as("foot margin")
                    .isTrue();
        }
    }

    @Test
    void theEmptySheetIsOnePageToWriteOn() {
        lin.open("/records/blank");
        Paper paper = Paper.print(lin.page, "blank");

        assertThat(paper.sheets()).hasSize(1);
        assertThat(paper.words().get(0)).contains("居民姓名", "□走访").doesNotContain("☑", "记录编号", "打印空白表");
    }

    @Test
    void rareCharactersOfNamesArePrintedAndNotAsEmptyBoxes() {
        BufferedImage ji = nameCell(print(write(JI, STORY), "ji"));
        BufferedImage rare = nameCell(print(write(RARE, STORY), "rare"));
        BufferedImage nobodys = nameCell(print(write(NOBODYS, STORY), "nobodys"));

        assertThat(Paper.difference(ji, rare)).isGreaterThan(SAME);
        assertThat(Paper.difference(ji, nobodys)).isGreaterThan(SAME);
        assertThat(Paper.difference(rare, nobodys)).isGreaterThan(SAME);
        assertThat(print(write("李" + JI + RARE, STORY), "name").words().get(0)).contains("李" + JI + RARE);
    }

    @Test
    void rareCharactersOfNamesAreOnTheScreenAndNotEmptyBoxes() throws IOException {
        lin.open("/tasks");
        BufferedImage ji = onScreen(JI);
        BufferedImage rare = onScreen(RARE);
        BufferedImage nobodys = onScreen(NOBODYS);

        assertThat(Paper.difference(ji, rare)).isGreaterThan(SAME);
        assertThat(Paper.difference(ji, nobodys)).isGreaterThan(SAME);
        assertThat(Paper.difference(rare, nobodys)).isGreaterThan(SAME);
    }

    @Test
    void onAPhoneNoEnglishHeadingBreaksInsideAWord() {
        long id = write("赵示例", STORY);
        try (Colleague phone = new Colleague(chromium, "http://127.0.0.1:" + port, 390, "en").logIn("lin.shiyong")) {
            phone.open("/records/" + id);

            Object wide = phone.page.evaluate(
                    """
                    () => Array.from(document.querySelectorAll('.record-sheet th'))
                      .filter(th => th.scrollWidth > th.clientWidth || getComputedStyle(th).overflowWrap !== 'normal'
                        || getComputedStyle(th).hyphens === 'auto')
                      .map(th => th.textContent + ' ' + th.scrollWidth + ' ' + th.clientWidth)
                    """);

            assertThat((List<?>) wide).isEmpty();
        }
    }

    @Test
    void aLetterThatIsCalledAPhotoIsNamedAndNothingOfTheRestIsLost() throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "jpeg", picture);
        lin.open("/records/new?personId=" + town.person("赵示例").id());
        lin.formIsThere();
        Colleague.Filling sheet = lin.form("servicerecord/service-record")
                .choose("serviceMode", "VISIT")
                .write("hours", "0.5")
                .choose("servicesS2", "S21")
                .choose("initiator", "CONSULTANT")
                .write("content", STORY);
        choosePhotos(
                new FilePayload("家门口.jpg", "image/jpeg", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)),
                new FilePayload("楼道.jpg", "image/jpeg", picture.toByteArray()));
        lin.page.locator("[data-form-submit]").click();

        Locator error = lin.page.locator(".f[data-path=photos] .err");
        error.waitFor();
        assertThat(error.textContent()).contains("家门口.jpg", "PDF").doesNotContain("楼道.jpg");
        assertThat(lin.page.locator(".f[data-path=content] textarea").inputValue())
                .isEqualTo(STORY);
        assertThat(lin.page.locator(".f[data-path=photos] input").evaluate("input => input.files.length"))
                .isEqualTo(2);
        lin.expectFailure();

        choosePhotos(new FilePayload("楼道.jpg", "image/jpeg", picture.toByteArray()));
        sheet.submit();
        assertThat(lin.page.locator(".pictures img").count()).isEqualTo(1);
        assertThat(
                        lin.page
                                .locator(".pictures img")
                                .evaluate(
                                        "async img => { img.scrollIntoView(); img.loading = 'eager'; await img.decode(); return img.naturalWidth }"))
                .isEqualTo(400);
    }

    private void choosePhotos(FilePayload... photos) {
        lin.page.locator(".f[data-path=photos] input").setInputFiles(photos);
    }

    private Paper print(long id, String name) {
        lin.open("/records/" + id + "/sheet");
        return Paper.print(lin.page, name);
    }

    private long write(String name, String story) {
        Person zhao = town.person("赵示例");
        RecordSheet sheet = new RecordSheet(
                name,
                Actors.POINT,
                "鹤鸣居委",
                Set.of(ResidentTag.PF_COVERED_MORE, ResidentTag.PC_DESTITUTE),
                ServiceMode.VISIT,
                null,
                "林试用、何演练",
                LocalDate.parse("2026-06-19"),
                new BigDecimal("0.5"),
                Set.of(ServiceItem.S11, ServiceItem.S21, ServiceItem.S51),
                Initiator.CONSULTANT,
                "楼组长 尤样例",
                story);
        return DataScope.system("test").call(() -> {
            TaskSubject about = households.subject("", households.householdOf(zhao.id()), null, Urgency.NORMAL);
            return records.write(
                    new NewServiceRecord(UUID.randomUUID(), sheet, List.of(), about, null), Actors.pointConsultant());
        });
    }

    private static BufferedImage nameCell(Paper paper) {
        return paper.first().getSubimage(190, 143, 24, 22);
    }

    private static BufferedImage body(BufferedImage sheet) {
        return sheet.getSubimage(0, 0, WIDTH, FOOT);
    }

    private BufferedImage onScreen(String character) throws IOException {
        lin.page.evaluate(
                """
                text => {
                  const box = document.getElementById('rare') ?? document.body.appendChild(document.createElement('div'));
                  box.id = 'rare';
                  box.textContent = text;
                  box.style.cssText = 'position:fixed;inset:0 auto auto 0;width:60px;height:60px;z-index:99;font-size:40px;background:#fff;color:#000';
                }
                """,
                character);
        byte[] png = lin.page.locator("#rare").screenshot();
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static boolean isWhite(BufferedImage sheet, int from, int to) {
        for (int y = from; y < to; y++) {
            for (int x = 0; x < sheet.getWidth(); x++) {
                if ((sheet.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF) {
                    return false;
                }
            }
        }
        return true;
    }
}
