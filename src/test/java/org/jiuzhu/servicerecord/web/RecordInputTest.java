package org.jiuzhu.servicerecord.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.servicerecord.ServiceCatalogue;
import org.jiuzhu.servicerecord.ServiceCatalogues;
import org.jiuzhu.servicerecord.WrittenRecords;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.YunfanTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What people put on the sheet that does not hold, and what each place's sheet offers. */
@JiuzhuTest
class RecordInputTest {

    @Autowired
    MockMvcTester pages;

    @Autowired
    ObjectMapper json;

    @Autowired
    People people;

    @Autowired
    ServiceCatalogues catalogues;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    Browsing lin;
    long person;

    @BeforeEach
    void somebodyAtThePoint() {
        lin = new Browsing(pages, json, Actors.pointConsultant());
        person = register(Actors.POINT, "赵示例", "999999195003120026");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "servedOn | 2026-07-07 | zh-CN | 服务时间不能晚于今天。",
                "servedOn | 2026-07-07 | en | The service cannot be after today.",
                "servedOn | 1950-03-11 | zh-CN | 服务时间早于居民的出生日期，请再看一遍。",
                "servedOn | 1950-03-11 | en | The service is before the resident was born. Please look again.",
                "servedOn | 2026-02-30 | zh-CN | 没有这一天",
                "hours | 0 | zh-CN | 请填不小于 0.5 的数。",
                "hours | 25 | zh-CN | 请填不大于 24 的数。",
                "hours | 25 | en | Please give 24 or less.",
                "hours | 0.7 | zh-CN | 请填 0.5 或 1 这样的数。",
                "participants | '' | zh-CN | 请填写这一项。",
                "committee | 999901005999 | zh-CN | 选项",
            })
    void whatDoesNotHoldIsSaidAtItsFieldInTheReadersLanguageAndNothingIsWritten(
            String field, String value, String language, String words) {
        Map<String, Object> answers = answers();
        answers.put(field, field.equals("hours") ? Double.valueOf(value) : value);

        Map<String, String> said = lin.said(lin.post(url() + "&lang=" + language, answers));

        assertThat(said).containsOnlyKeys(field);
        if (words.endsWith("。") || words.endsWith(".")) {
            assertThat(said).containsEntry(field, words);
        } else {
            assertThat(said.get(field)).isNotBlank();
        }
        assertThat(records()).isZero();
    }

    @Test
    void aLetterThatIsCalledAPhotoIsNamedAndNothingOfTheRestIsLost() throws IOException {
        Map<String, Object> answers = answers();
        answers.put("photos", List.of("家门口.jpg", "窗.png"));
        String url = url();

        Map<String, String> said = lin.said(lin.post(
                url, answers, photo("家门口.jpg", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)), photo("窗.png", png())));

        assertThat(said).containsExactly(Map.entry("photos", "“家门口.jpg”是 PDF 文件，不是照片。请选 JPEG 或 PNG 格式的照片。"));
        assertThat(records()).isZero();
        assertThat(lin.post(url, answers, photo("窗.png", png()))).hasStatusOk();
        assertThat(records()).isEqualTo(1);
        assertThat(desk.system(() -> jdbc.queryForObject("select count(*) from service_record_picture", Integer.class)))
                .isEqualTo(1);
    }

    @Test
    void aPhotoOfMoreThanTenMegabytesIsNamedInEnglishToo() throws IOException {
        byte[] large = Arrays.copyOf(png(), 10 * 1024 * 1024 + 1);

        assertThat(lin.said(lin.post(url() + "&lang=en", answers(), photo("door.png", large))))
                .containsExactly(Map.entry(
                        "photos",
                        "\"door.png\" has 11 MB; a picture may have 10 MB. Please make it smaller on the phone."));
    }

    @Test
    void whatIsNoSheetAtAllIsABadRequest() {
        assertThat(lin.post(url(), Map.of(), photo("a.png", new byte[1]))).hasStatus(422);
        assertThat(pages.post()
                        .uri(url())
                        .contentType("application/json")
                        .content("{")
                        .with(user("lin.shiyong").roles("pointConsultant"))
                        .with(csrf())
                        .exchange())
                .hasStatus(400);
    }

    @ParameterizedTest
    @CsvSource({
        DemoNetwork.YUNFAN + ", SIX",
        DemoNetwork.ZHIXING + ", SIX",
        DemoNetwork.SONGHE + ", FIVE",
        DemoNetwork.HEMING + ", FIVE",
        DemoNetwork.PUHE + ", SIX",
        DemoNetwork.HANGXING + ", SIX",
    })
    void eachStreetHasTheServicesOfItsNotice(String orgCode, ServiceCatalogue services) {
        assertThat(desk.system(() -> catalogues.of(orgCode))).isEqualTo(services);
    }

    @Test
    void songjiangsSheetOffersFiveServicesAndTakesNoSixth() {
        JsonNode form = lin.json(lin.get("/records/new/form?personId=" + person));
        assertThat(form.findValuesAsText("key")).contains("servicesS5").doesNotContain("servicesS6");
        assertThat(form.findValuesAsText("label")).contains("资源整合链接").doesNotContain("资源整合对接");

        Map<String, Object> answers = answers();
        answers.put("servicesS6", List.of("S61"));
        assertThat(lin.said(lin.post(url(), answers))).containsOnlyKeys("servicesS6");
    }

    @Test
    void chuanshasSheetOffersSixServicesUnderItsOwnNameAndPrintsThem() {
        long resident = register(YunfanTown.POINT, "李虚构", "999999196608150054");
        var you = new Browsing(pages, json, YunfanTown.CONSULTANT);
        JsonNode form = you.json(you.get("/records/new/form?personId=" + resident));
        assertThat(form.findValuesAsText("key")).contains("servicesS6");
        assertThat(form.findValuesAsText("label"))
                .contains("资源整合对接", "社区支持体系建设")
                .doesNotContain("资源整合链接");

        Map<String, Object> answers = answers();
        answers.put("committee", YunfanTown.POINT);
        answers.put("residentName", "李虚构");
        answers.put("servicesS6", List.of("S61"));
        MvcTestResult saved = you.post("/records/new?personId=" + resident + "&request=" + UUID.randomUUID(), answers);
        assertThat(saved).hasStatusOk();

        String location = you.json(saved).path("location").asText();
        assertThat(Browsing.text(you.get(location + "/sheet"))).contains("资源整合对接：", "社区支持体系建设：☑联系发动社区力量");
        assertThat(Browsing.text(you.get(location + "?lang=en"))).contains("☑Rallying the community");
    }

    @Test
    void theEmptySheetOfAPlaceHasItsServicesAndNothingFilledIn() {
        String songjiang = Browsing.text(lin.get("/records/blank?lang=en"));
        String chuansha = Browsing.text(new Browsing(pages, json, YunfanTown.CONSULTANT).get("/records/blank"));

        assertThat(songjiang).contains("社区救助顾问服务内容记录表", "资源整合链接：", "□走访").doesNotContain("☑", "社区支持体系建设", "打印 2026");
        assertThat(chuansha).contains("资源整合对接：", "社区支持体系建设：□联系发动社区力量").doesNotContain("☑");
    }

    private long register(String point, String name, String idNumber) {
        return desk.system(() ->
                people.register(new NewPerson(point, name, idNumber, null)).id());
    }

    private String url() {
        return "/records/new?personId=" + person + "&request=" + UUID.randomUUID();
    }

    private static Map<String, Object> answers() {
        return new HashMap<>(WrittenRecords.visit("赵示例", "林试用", "2026-07-06"));
    }

    private static MockMultipartFile photo(String name, byte[] bytes) {
        return new MockMultipartFile("photos", name, "image/jpeg", bytes);
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private int records() {
        return desk.system(() -> jdbc.queryForObject("select count(*) from service_record", Integer.class));
    }
}
