package org.jiuzhu.lead.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiuzhu.lead.LeadReader;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.Leads;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The hotline's door and the consultant's form, with input as it should not be (src/docs/bad-input.md). */
@JiuzhuTest
class LeadDoorsTest {

    private static final UserRequestPostProcessor HOTLINE = user("hotline12345").roles("hotlineClient");
    private static final UserRequestPostProcessor LIN = user("lin.shiyong").roles("pointConsultant");
    private static final UserRequestPostProcessor GU = user("gu.yangban").roles("stationConsultant");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Desk desk;

    @Autowired
    LeadReader reader;

    @Autowired
    Leads leads;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aTicketWithNothingButAStoryGetsANumberAndADeadline() {
        assertThat(ticket("{\"story\":\"有个老人在楼下哭。\"}"))
                .hasStatus(201)
                .bodyJson()
                .hasPathSatisfying(
                        "$.number", number -> number.assertThat().asString().matches("XS-2026-\\d{6}"))
                .hasPathSatisfying("$.status", status -> status.assertThat().isEqualTo("RECEIVED"))
                .hasPathSatisfying(
                        "$.replyDueAt", due -> due.assertThat().asString().startsWith("2026-07-14T00:00:00"));
        assertThat(count("lead")).isOne();
    }

    @Test
    void theSameTicketTwiceGetsTheSameNumber() {
        ticket("{\"sourceRef\":\"7\",\"story\":\"第一次\"}");
        MvcTestResult again = ticket("{\"sourceRef\":\"7\",\"story\":\"第二次\"}");

        assertThat(again).hasStatus(200);
        assertThat(count("lead")).isOne();
    }

    @Test
    void aTicketIsNotRefusedForWhatItSaysAboutSomebody() {
        assertThat(
                        ticket(
                                """
                        {"sourceRef":"8","story":"求助","name":"<script>alert(1)</script>","idNumber":"999999195003120020",
                         "phone":"abc","committeeCode":"123","dangerToLife":"也许","receivedAt":"昨天","extra":{"a":1}}
                        """))
                .hasStatus(201);

        String page = body(mvc.get().uri("/leads/" + numberOf("8")).with(GU).exchange());
        assertThat(page)
                .contains("身份证号：身份证号校验位不符，请核对是否录入有误。")
                .contains("居委：没有这个居委代码，请核对。")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert(1)")
                .contains("来单没有写居委，先交");
    }

    @Test
    void anEmptyTicketIsRefusedInTheCallersLanguage() {
        assertThat(ticket("{}"))
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying(
                        "$.fields[0].field", field -> field.assertThat().isEqualTo("story"))
                .hasPathSatisfying(
                        "$.fields[0].message", message -> message.assertThat().isEqualTo("请写下遇到了什么困难，或者是哪位居民。"));
        assertThat(post("{}", HOTLINE, "en-GB"))
                .hasStatus(422)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .hasPathSatisfying("$.fields[0].message", message -> message.assertThat()
                        .isEqualTo("Please say what the difficulty is, or who the resident is."));
        assertThat(ticket("这不是 JSON")).hasStatus(400);
        assertThat(ticket("[1]")).hasStatus(422);
        assertThat(count("lead")).isZero();
    }

    @Test
    void aReferenceMustBeAReference() {
        assertThat(ticket("{\"sourceRef\":\"a/b\",\"story\":\"求助\"}")).hasStatus(422);
        assertThat(count("lead")).isZero();
    }

    @Test
    void nobodySpeaksForTheHotlineAndTheHotlineForNobodyElse() {
        assertThat(post("{\"source\":\"HOTLINE_12345\",\"story\":\"求助\"}", LIN, "zh-CN"))
                .hasStatus(403);
        assertThat(post("{\"source\":\"DEPARTMENT\",\"story\":\"求助\"}", HOTLINE, "zh-CN"))
                .hasStatus(403);
        assertThat(post("{\"story\":\"求助\"}", user("shao.moni").roles("ngoWorker"), "zh-CN"))
                .hasStatus(403);
        assertThat(post("{\"source\":\"PIGEON\",\"story\":\"求助\"}", LIN, "zh-CN"))
                .hasStatus(422);
        assertThat(count("lead")).isZero();
    }

    @Test
    void aConsultantsMessageIsRefusedFieldByField() {
        assertThat(post(
                        """
                        {"story":"求助","idNumber":"999999195003120020","committeeCode":"999901005777"}
                        """,
                        LIN,
                        "zh-CN"))
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying(
                        "$.fields[0].field", field -> field.assertThat().isEqualTo("idNumber"))
                .hasPathSatisfying(
                        "$.fields[1].field", field -> field.assertThat().isEqualTo("committeeCode"));
        assertThat(count("lead")).isZero();
    }

    @Test
    void theSourceFetchesItsAnswer() {
        ticket("{\"sourceRef\":\"9\",\"story\":\"求助\"}");
        String number = numberOf("9");
        desk.system(() -> {
            leads.reply(reader.find(number).orElseThrow().lead().id(), "UNFOUNDED");
            return true;
        });

        assertThat(mvc.get().uri("/api/v1/leads/HOTLINE_12345/9").with(HOTLINE))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.status", status -> status.assertThat().isEqualTo("UNFOUNDED"))
                .hasPathSatisfying(
                        "$.answers[0].text", text -> text.assertThat().isEqualTo("线索 " + number + " 经核对不属实。"));
        assertThat(mvc.get().uri("/api/v1/leads/HOTLINE_12345/" + number).with(HOTLINE))
                .hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/leads/HOTLINE_12345/unknown").with(HOTLINE))
                .hasStatus(404);
        assertThat(mvc.get().uri("/api/v1/leads/DEPARTMENT/9").with(HOTLINE)).hasStatus(404);
        assertThat(mvc.get().uri("/api/v1/leads/HOTLINE_12345/9").with(LIN)).hasStatus(404);
    }

    @Test
    void aConsultantRegistersAFinding() {
        assertThat(mvc.get().uri("/leads/new").with(LIN)).hasStatusOk();
        assertThat(mvc.get().uri("/leads/new/form").with(LIN))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.data.pointCode", point -> point.assertThat().isEqualTo(Actors.POINT));

        assertThat(form(Map.of("source", "OWN_FINDING", "story", "独居老人摔伤", "danger", "NO", "pointCode", Actors.POINT)))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.location",
                        location -> location.assertThat().asString().startsWith("/leads/XS-"));
        assertThat(desk.<String>system(() -> jdbc.queryForObject("select source from lead", String.class)))
                .isEqualTo(LeadSource.CONSULTANT_FINDING.name());
        assertThat(desk.<String>system(() -> jdbc.queryForObject("select group_key from work_offer", String.class)))
                .isEqualTo("pointConsultant:" + Actors.POINT);
    }

    @Test
    void aFindingWithABadChecksumOrAnInventedFieldIsNotTaken() {
        assertThat(form(Map.of(
                        "source", "OWN_FINDING",
                        "story", "独居老人摔伤",
                        "danger", "NO",
                        "idNumber", "999999195003120020")))
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying(
                        "$.fields[0].field", field -> field.assertThat().isEqualTo("idNumber"));
        assertThat(form(Map.of("source", "OWN_FINDING", "story", "摔伤", "danger", "NO", "admin", "true")))
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying(
                        "$.fields[0].field", field -> field.assertThat().isEqualTo("admin"));
        assertThat(form(Map.of("source", "OWN_FINDING", "story", "摔伤", "danger", "NO", "pointCode", "999901005777")))
                .hasStatus(422);
        assertThat(count("lead")).isZero();
    }

    @Test
    void aLeadOfAnotherPointIsNotThere() {
        ticket("{\"sourceRef\":\"10\",\"story\":\"求助\",\"committeeCode\":\"" + Actors.OTHER_POINT + "\"}");
        String number = numberOf("10");

        assertThat(mvc.get().uri("/leads/" + number).with(LIN)).hasStatus(404);
        assertThat(mvc.get().uri("/leads/" + number).with(GU)).hasStatusOk();
    }

    private MvcTestResult ticket(String json) {
        return post(json, HOTLINE, "zh-CN");
    }

    private MvcTestResult post(String json, UserRequestPostProcessor by, String language) {
        return mvc.post()
                .uri("/api/v1/leads")
                .with(by)
                .header("Accept-Language", language)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private MvcTestResult form(Map<String, String> answers) {
        String json = answers.entrySet().stream()
                .map(answer -> "\"" + answer.getKey() + "\":\"" + answer.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        return mvc.post()
                .uri("/leads")
                .with(LIN)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private String numberOf(String ref) {
        return desk.system(
                () -> jdbc.queryForObject("select number from lead where source_ref = ?", String.class, ref));
    }

    private int count(String table) {
        return desk.system(() -> jdbc.queryForObject("select count(*) from " + table, Integer.class));
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
