package org.jiuzhu.servicerecord.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.RuntimeService;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.servicerecord.WrittenRecords;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@JiuzhuTest
class RecordPagesTest {

    /** 沪松民〔2024〕33号 附件, word for word. */
    private static final String NOTICE = "社区救助顾问服务内容记录表 居民姓名 所属居委 居民标签"
            + " 政策找人对象： □潜在救助对象 □不符合政策但确有困难 □政策已覆盖还可救助 □其他需关注群体；"
            + " 政策已覆盖对象： □城保 □农保 □低保边缘 □支贫 □重残 □特困"
            + " 服务方式 □走访 □接待 □电话 □微信 □楼宇视频 □其他 参与人员 服务时间 （年/月/日） 服务时长 （小时）"
            + " 救助服务内容 政策宣传引导： □政策解读 □代办申请 社区走访发现： □需求排摸 □线索处理"
            + " 开展家境调查： □困境核实 □需求评估 资源整合链接： □匹配资源 □转介服务"
            + " 心理关爱疏导： □关心关爱 □开展心理慰藉、提升社会能力服务"
            + " 发起方 □居民 □救助顾问 同行人员 （选填） 记录内容 （尽量详实） 图片记录 （选填）";

    @Autowired
    MockMvcTester pages;

    @Autowired
    RuntimeService runtime;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ObjectMapper json;

    long person;
    String task;

    @BeforeEach
    void aTaskThatNeedsARecord() {
        desk.system(() -> {
            person = people.register(new NewPerson(
                            Actors.POINT,
                            "赵示例",
                            "999999195003120026",
                            null,
                            null,
                            null,
                            PersonDetails.of(Set.of(AssistanceCategory.DESTITUTE))))
                    .id();
            long household = households
                    .register(new NewHousehold(Actors.POINT, "松鹤路 1 弄", "2 号 301", person))
                    .id();
            Map<String, Object> variables = new HashMap<>(
                    Map.of("caseId", 7L, "householdId", household, "orgCode", Actors.POINT, "urgency", "NORMAL"));
            variables.put("tier", null);
            return runtime.startProcessInstanceByKey("follow-up", "SH-2026-000001", variables);
        });
        task = desk.task("followUp");
    }

    @Test
    void theSheetIsFilledInAsFarAsKnown() throws Exception {
        JsonNode form = read(get("/tasks/" + task + "/record/form", gu()));

        assertThat(form.at("/data/residentName").asText()).isEqualTo("赵示例");
        assertThat(form.at("/data/committee").asText()).isEqualTo(Actors.POINT);
        assertThat(form.at("/data/points")).hasSize(3);
        assertThat(form.at("/data/participants").asText()).isEqualTo("顾样板");
        assertThat(form.at("/data/servedOn").asText()).isEqualTo("2026-07-06");
        assertThat(form.at("/data/policyCoveredTags/0").asText()).isEqualTo("PC_DESTITUTE");
        assertThat(form.at("/schema/components/0/label").asText()).isEqualTo("居民姓名");
        JsonNode english = read(get("/tasks/" + task + "/record/form?lang=en", gu()));
        assertThat(english.at("/schema/components/0/label").asText()).isEqualTo("Name of the resident");
    }

    @Test
    void aDoubleClickOnSaveIsOneRecordAndLeadsBackToTheTask() throws Exception {
        String url = "/tasks/" + task + "/record?request=" + UUID.randomUUID();

        assertThat(location(post(url, answers(), gu()))).isEqualTo("/tasks/" + task);
        assertThat(location(post(url, answers(), gu()))).isEqualTo("/tasks/" + task);

        assertThat(count()).isEqualTo(1);
        assertThat(pages.get().uri("/tasks/" + task + "/record").with(gu()).exchange())
                .hasRedirectedUrl("/records/" + onlyRecord());
    }

    @Test
    void whatDoesNotHoldIsSaidFieldByField() throws Exception {
        Map<String, Object> answers = new HashMap<>(answers());
        answers.put("servicesS1", List.of());
        answers.put("servicesS3", List.of());
        answers.put("servedOn", "2026-07-07");

        MvcTestResult refused = post("/tasks/" + task + "/record?request=" + UUID.randomUUID(), answers, gu());

        assertThat(refused).hasStatus(422);
        assertThat(read(refused).path("fields").findValuesAsText("field")).containsExactly("servedOn", "servicesS1");
        assertThat(count()).isZero();
    }

    @Test
    void thePrintedSheetHasTheNoticesFieldsWordsAndOrder() throws Exception {
        save(answers());

        String printed = text(get("/records/" + onlyRecord() + "/sheet?lang=en", gu()));

        assertThat(printed.replace('☑', '□')).containsSubsequence(NOTICE.split(" "));
        assertThat(printed)
                .contains("☑特困", "☑走访", "☑政策解读", "☑困境核实", "☑救助顾问", "2026 / 07 / 06", "鹤鸣居委")
                .contains("□城保", "□接待", "□代办申请", "□居民")
                .contains("第 1 版", "打印 2026-07-06", "顾样板");
    }

    @Test
    void aRecordIsReadInBothLanguagesAndAScriptInItIsOnlyText() throws Exception {
        Map<String, Object> answers = new HashMap<>(answers());
        answers.put("content", "<script>alert('x')</script> 老人很好，门口的台阶已经加装扶手。");
        save(answers);

        String page =
                get("/records/" + onlyRecord() + "?lang=en", gu()).getResponse().getContentAsString();
        assertThat(page)
                .contains("Name of the resident", "☑Destitute", "&lt;script&gt;alert")
                .doesNotContain("<script>alert");
    }

    @Test
    void aPictureIsKeptWithoutWhatTheCameraWroteAndShownToWhoSeesTheRecord() throws Exception {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", picture);
        MvcTestResult saved = pages.post()
                .multipart()
                .uri("/tasks/" + task + "/record?request=" + UUID.randomUUID())
                .file(new MockMultipartFile(
                        "answers", "", MediaType.APPLICATION_JSON_VALUE, json.writeValueAsBytes(answers())))
                .file(new MockMultipartFile("photos", "家门口.png", "image/png", picture.toByteArray()))
                .accept(MediaType.APPLICATION_JSON)
                .with(gu())
                .with(csrf())
                .exchange();
        assertThat(saved).hasStatusOk();

        long id = desk.system(() -> jdbc.queryForObject("select id from service_record_picture", Long.class));
        MvcTestResult shown = get("/records/" + onlyRecord() + "/pictures/" + id, gu());
        assertThat(shown).hasStatusOk().hasContentType(MediaType.IMAGE_JPEG);
        assertThat(text(get("/records/" + onlyRecord() + "/sheet", gu()))).contains("1 张，随电子记录保存");
        assertThat(pages.get()
                        .uri("/records/" + onlyRecord() + "/pictures/" + id)
                        .with(zhuOfTheNextPoint())
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void aCorrectionStartsFromWhatWasWrittenAndSupersedesIt() throws Exception {
        save(answers());
        long first = onlyRecord();
        JsonNode form = read(get("/records/" + first + "/correct/form", gu()));
        assertThat(form.at("/data/content").asText()).contains("旧电线");
        assertThat(form.at("/data/servicesS3")).hasSize(2);

        Map<String, Object> answers = new HashMap<>(answers());
        answers.put("hours", 2);
        assertThat(read(post("/records/" + first + "/correct?request=" + UUID.randomUUID(), answers, gu()))
                        .path("fields")
                        .findValuesAsText("field"))
                .containsExactly("correctionReason");
        answers.put("correctionReason", "一共两个小时");
        String corrected = location(post("/records/" + first + "/correct?request=" + UUID.randomUUID(), answers, gu()));

        assertThat(text(get(corrected, gu()))).contains("第 2 版", "第 1 版", "理由：一共两个小时", "顾样板");
        String number = desk.system(
                () -> jdbc.queryForObject("select number from service_record where version = 1", String.class));
        assertThat(get("/records?number=" + number, gu())).hasRedirectedUrl(corrected);
        assertThat(get("/records?number=" + number, zhuOfTheNextPoint())).hasStatus(404);
        assertThat(get("/records/" + first, gu()).getResponse().getContentAsString())
                .contains("这一版已经更正", corrected)
                .doesNotContain("/correct");
        assertThat(post("/records/" + first + "/correct?request=" + UUID.randomUUID(), answers, gu()))
                .hasStatus(409);
    }

    @Test
    void neitherTaskNorRecordOfAnotherPointIsThere() throws Exception {
        save(answers());

        assertThat(pages.get()
                        .uri("/records/" + onlyRecord())
                        .with(zhuOfTheNextPoint())
                        .exchange())
                .hasStatus(404);
        assertThat(pages.get()
                        .uri("/tasks/" + task + "/record")
                        .with(zhuOfTheNextPoint())
                        .exchange())
                .hasStatus(404);
        assertThat(post("/tasks/" + task + "/record?request=" + UUID.randomUUID(), answers(), zhuOfTheNextPoint()))
                .hasStatus(404);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aDraftIsKeptUntilTheRecordIsSaved() throws Exception {
        post("/tasks/" + task + "/record/draft", Map.of("content", "写到一半"), gu());
        assertThat(read(get("/tasks/" + task + "/record/form", gu()))
                        .at("/draft/content")
                        .asText())
                .isEqualTo("写到一半");

        save(answers());
        assertThat(read(get("/tasks/" + task + "/record/form", gu()))
                        .at("/draft/content")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void aRecordMayBeWrittenAboutAResidentWithoutATask() throws Exception {
        assertThat(get("/records/new?personId=" + person, lin())).hasStatusOk();

        String location =
                location(post("/records/new?personId=" + person + "&request=" + UUID.randomUUID(), answers(), lin()));

        assertThat(location).isEqualTo("/records/" + onlyRecord());
        assertThat(pages.get()
                        .uri("/records/new?personId=" + person)
                        .with(zhuOfTheNextPoint())
                        .exchange())
                .hasStatus(404);
    }

    private void save(Map<String, Object> answers) throws Exception {
        assertThat(post("/tasks/" + task + "/record?request=" + UUID.randomUUID(), answers, gu()))
                .hasStatusOk();
    }

    private static Map<String, Object> answers() {
        return WrittenRecords.visit("赵示例", "顾样板、林试用", "2026-07-06");
    }

    private MvcTestResult get(String url, RequestPostProcessor reader) {
        return pages.get().uri(url).with(reader).exchange();
    }

    private MvcTestResult post(String url, Map<String, Object> answers, RequestPostProcessor writer) throws Exception {
        return pages.post()
                .uri(url)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsBytes(answers))
                .with(writer)
                .with(csrf())
                .exchange();
    }

    private JsonNode read(MvcTestResult result) throws Exception {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private String location(MvcTestResult result) throws Exception {
        assertThat(result).hasStatusOk();
        return read(result).path("location").asText();
    }

    /** What a page says, without its markup. */
    private static String text(MvcTestResult page) throws Exception {
        assertThat(page).hasStatusOk();
        return page.getResponse()
                .getContentAsString()
                .replaceAll("(?s)<head>.*?</head>|<svg.*?</svg>", "")
                .replaceAll("<[^>]+>", "");
    }

    private long onlyRecord() {
        return desk.system(() -> jdbc.queryForObject("select id from service_record", Long.class));
    }

    private int count() {
        return desk.system(() -> jdbc.queryForObject("select count(*) from service_record", Integer.class));
    }

    private static RequestPostProcessor gu() {
        return user("gu.yangban").roles("stationConsultant");
    }

    private static RequestPostProcessor lin() {
        return user("lin.shiyong").roles("pointConsultant");
    }

    private static RequestPostProcessor zhuOfTheNextPoint() {
        return user("zhu.yangli").roles("pointConsultant", "pointLead");
    }
}
