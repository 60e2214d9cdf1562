package org.jiuzhu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.jiuzhu.support.Actors.NGO_1;
import static org.jiuzhu.support.Actors.NGO_2;
import static org.jiuzhu.support.YunfanTown.CONSULTANT;
import static org.jiuzhu.support.YunfanTown.LEAD;
import static org.jiuzhu.support.YunfanTown.STATION;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiuzhu.household.Household;
import org.jiuzhu.servicerecord.RecordSheets;
import org.jiuzhu.servicerecord.WrittenRecords;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.DataScope.Level;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Answers;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.YunfanTown;
import org.jiuzhu.workflow.EngineClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * domain.md section 5: 52999999MJ0000018Y declines on 2026-07-06, 52999999MJ0000026R is asked the same day, accepts on
 * 07-08 and serves until 07-15; from the ticket to the closed case by the engine's clock.
 */
@JiuzhuTest
class ReferralDeclinedThenAcceptedTest {

    private static final String ID_NUMBER = "999999196608150054";
    private static final String PHONE = "13800000054";
    private static final int INCOME = 2317;
    private static final String TICKET = "SH12345-20260622-0017";
    private static final Actor QIMING = Actors.at("shao.moni", "邵模拟", NGO_1, "ngoWorker");
    private static final Actor TONGXING = Actors.at("jiang.jiading", "江假定", NGO_2, "ngoWorker");

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    @Autowired
    EngineClock engine;

    @Autowired
    TestClock clock;

    @Autowired
    YunfanTown town;

    @Autowired
    Homes homes;

    @Autowired
    RecordSheets records;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    Household home;

    @BeforeEach
    void found() {
        town.served("WORK_JOB");
        home = homes.ofOne(YunfanTown.POINT, "李虚构", ID_NUMBER, PHONE);
        clock.set("2026-06-22T10:00:00");
    }

    @Test
    @DisplayName("3. Referral declined, then accepted (CS)")
    void referralDeclinedThenAccepted() throws Exception {
        report();
        planUntil("2026-07-02T10:00:00");
        desk.complete("proposeReferral", STATION, Answers.consents("2026-07-02", NGO_1, NGO_2));
        assertThat(groupsOf("acceptReferral")).containsExactly("ngoWorker:" + NGO_1);

        at("2026-07-06T11:00:00");
        String firstOffer = desk.task("acceptReferral");
        answer("acceptReferral", QIMING, Answers.declines());
        assertThat(groupsOf("acceptReferral")).containsExactly("ngoWorker:" + NGO_2);
        assertThat(days("select offered_at from referral_offer order by offered_at"))
                .containsExactly("2026-07-02", "2026-07-06");
        assertThat(dueOf("acceptReferral")).isEqualTo(endOf("2026-07-09"));
        theFirstPointSeesItNoLonger(firstOffer);
        theSecondPointSeesNoMoreThanItNeeds();

        at("2026-07-08T16:00:00");
        answer("acceptReferral", TONGXING, Answers.accepts("2026-07-14"));
        assertThat(dueOf("deliverService")).isEqualTo(endOf("2026-07-15"));
        at("2026-07-14T10:00:00");
        answer("deliverService", TONGXING, Answers.served("2026-07-14"));
        at("2026-07-20T10:00:00");
        answer("submitOutcome", TONGXING, Answers.outcome("2026-07-20", "ACHIEVED"));
        at("2026-07-21T10:00:00");
        desk.complete("confirmOutcome", STATION, Answers.confirms());

        assertThat(groupsOf("followUp"))
                .containsExactly("pointConsultant:" + YunfanTown.POINT, "stationConsultant:" + YunfanTown.STREET);
        assertThat(dueOf("followUp")).isEqualTo(endOf("2026-08-20"));
        at("2026-08-18T10:00:00");
        followUp("2026-08-18");
        at("2026-08-19T10:00:00");
        desk.complete(
                "closeCase",
                LEAD,
                Map.of("closing", "CLOSE", "closeReason", "RESOLVED", "summary", "已在家附近上班。", "tellHousehold", "YES"));

        everythingIsSettled();
        theSourceHasItsAnswers();
    }

    private void report() throws Exception {
        Map<String, String> ticket = Map.of(
                "source", "HOTLINE_12345",
                "sourceRef", TICKET,
                "story", "李先生手脚不便，想找份工作，不知道找谁。",
                "reporterName", "李先生",
                "reporterPhone", PHONE,
                "name", "李虚构",
                "idNumber", ID_NUMBER,
                "committeeCode", YunfanTown.POINT,
                "dangerToLife", "NO");
        MockHttpServletResponse taken = send(
                post("/api/v1/leads").contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsBytes(ticket)),
                "hotline12345",
                "hotlineClient");
        assertThat(taken.getStatus()).isEqualTo(201);
        assertThat(json(taken).path("replyDueAt").asText()).isEqualTo("2026-06-30T00:00:00+08:00");
    }

    /** Triage, verification, assessment and plan by the town's own people; the referral is to be proposed then. */
    private void planUntil(String proposal) {
        at("2026-06-22T15:00:00");
        assertThat(groupsOf("triageLead")).containsExactly("stationConsultant:" + YunfanTown.STREET);
        desk.complete(
                "triageLead",
                STATION,
                Map.of(
                        "danger", "NO",
                        "triage", "OPEN_CASE",
                        "householdId", String.valueOf(home.id()),
                        "reason", "与来电人通话，情况清楚。"));
        at("2026-06-23T10:00:00");
        record("verifyLead", "2026-06-23");
        desk.complete(
                "verifyLead",
                CONSULTANT,
                Map.of("verifiedOn", "2026-06-23", "method", "VISIT", "verified", "YES", "findings", "上门见到本人。"));
        at("2026-06-24T10:00:00");
        desk.complete(
                "giveNoticeAndConsent",
                CONSULTANT,
                Map.of(
                        "noticeOn", "2026-06-24",
                        "explained", List.of("PURPOSE", "DATA_USE", "RIGHTS", "VOLUNTARY"),
                        "consentGiven", "YES",
                        "consentBy", "SELF",
                        "sensitiveConsent", "YES",
                        "consentForm", "SIGNED"));
        at("2026-06-25T10:00:00");
        record("conductHomeSurvey", "2026-06-25");
        desk.complete("conductHomeSurvey", CONSULTANT, survey());
        desk.complete("scoreRisk", CONSULTANT, risk());
        at("2026-06-29T10:00:00");
        desk.complete(
                "reviewAssessment",
                STATION,
                Map.of(
                        "review", "APPROVED",
                        "tier", "FLAT",
                        "policyFindClass", "NONE",
                        "decisionReason", "已在低保，另需就业帮助。",
                        "helpNeeded", "YES"));
        at("2026-06-30T10:00:00");
        long need = desk.system(() -> jdbc.queryForObject("select id from need", Long.class));
        desk.complete(
                "draftServicePlan",
                STATION,
                Map.of(
                        "goal",
                        "有一份力所能及的工作",
                        "items",
                        List.of(Map.of(
                                "needId",
                                String.valueOf(need),
                                "intervention",
                                "REFERRAL",
                                "goal",
                                "两个月内上岗",
                                "planExcerpt",
                                Answers.EXCERPT))));
        at("2026-07-01T10:00:00");
        desk.complete(
                "confirmPlanWithHousehold",
                CONSULTANT,
                Map.of("explainedOn", "2026-07-01", "answeredBy", "SELF", "planAnswer", "AGREED"));
        at(proposal);
    }

    private void theFirstPointSeesItNoLonger(String firstOffer) throws Exception {
        assertThat(desk.rowsSeenBy(QIMING)).doesNotContainKeys("referral", "referral_offer", "work_item", "person");
        assertThat(send(get("/tasks/" + firstOffer), QIMING).getStatus()).isEqualTo(409);
        assertThat(send(get("/tasks/" + desk.task("acceptReferral")), QIMING).getStatus())
                .isEqualTo(404);
    }

    private void theSecondPointSeesNoMoreThanItNeeds() throws Exception {
        assertThat(desk.rowsSeenBy(TONGXING))
                .containsExactly(
                        entry("referral", 1L),
                        entry("referral_offer", 1L),
                        entry("timeline_event", 1L),
                        entry("work_item", 1L));

        String task = "/tasks/" + desk.task("acceptReferral");
        String page = text(send(get(task), TONGXING));
        String form = text(send(get(task + "/form"), TONGXING));
        String api = text(send(get("/api/v1" + task), TONGXING));
        assertThat(page).contains("李虚构", "138****0054", "岗位推荐", Answers.EXCERPT);
        assertThat(form).contains("岗位推荐", Answers.EXCERPT);
        assertThat(json(send(post(task + "/reveal").with(csrf()), TONGXING))
                        .path("value")
                        .asText())
                .isEqualTo(PHONE);
        for (String told : List.of(page, form, api)) {
            assertThat(told)
                    .doesNotContain(ID_NUMBER, ID_NUMBER.substring(6), "1966", String.valueOf(INCOME), "样板路", PHONE);
        }

        String person = "/people/" + home.headPersonId();
        assertThat(send(get(person), TONGXING).getStatus()).isEqualTo(404);
        assertThat(send(post(person + "/reveal?field=ID_NUMBER").with(csrf()), TONGXING)
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(get("/cases/" + value("select number from assistance_case")), TONGXING)
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(get("/leads/" + value("select number from lead")), TONGXING)
                        .getStatus())
                .isEqualTo(404);
    }

    private void everythingIsSettled() {
        assertThat(desk.openKeys()).isEmpty();
        assertThat(value("select count(*)::text from act_ru_execution")).isEqualTo("0");
        assertThat(value("select status || ' ' || ngo_code from referral")).isEqualTo("CONFIRMED " + NGO_2);
        assertThat(value("select string_agg(ngo_code || ' ' || answer, ', ' order by offered_at) from referral_offer"))
                .isEqualTo(NGO_1 + " DECLINED, " + NGO_2 + " ACCEPTED");
        assertThat(value("select status from need")).isEqualTo("MET");
        assertThat(value("select outcome from assistance_case where closed_at is not null"))
                .isEqualTo("RESOLVED");
    }

    private void theSourceHasItsAnswers() throws Exception {
        JsonNode standing = json(send(get("/api/v1/leads/HOTLINE_12345/" + TICKET), "hotline12345", "hotlineClient"));
        assertThat(standing.path("status").asText()).isEqualTo("CLOSED");
        assertThat(standing.path("answers").findValuesAsText("status")).containsExactly("CASE_OPENED", "CASE_CLOSED");
        assertThat(standing.path("answers").findValuesAsText("answeredAt"))
                .satisfiesExactly(opened -> assertThat(opened).startsWith("2026-06-22"), closed -> assertThat(closed)
                        .startsWith("2026-08-19"));
    }

    private void followUp(String day) {
        record("followUp", day);
        desk.complete(
                "followUp",
                CONSULTANT,
                Map.of(
                        "followedOn", day,
                        "method", "VISIT",
                        "hazardsCleared", "NOT_APPLICABLE",
                        "urgentRelieved", "DONE",
                        "servicesDelivered", "DONE",
                        "householdSays", "每天上半天班，习惯了。",
                        "resolved", "YES"));
    }

    private void record(String function, String day) {
        String task = desk.task(function);
        Map<String, Object> sheet = new HashMap<>(WrittenRecords.visit("李虚构", CONSULTANT.displayName(), day));
        sheet.put("committee", YunfanTown.POINT);
        new DataScope(Level.POINT, YunfanTown.POINT)
                .run(() -> records.write(task, UUID.randomUUID(), sheet, List.of(), CONSULTANT));
    }

    private Map<String, Object> survey() {
        return Map.ofEntries(
                Map.entry("surveyedOn", "2026-06-25"),
                Map.entry("method", "HOME_VISIT"),
                Map.entry("surveyors", List.of(CONSULTANT.username(), YunfanTown.POINT_HEAD.username())),
                Map.entry("present", List.of(String.valueOf(home.headPersonId()))),
                Map.entry("householdSize", 1),
                Map.entry("minors", 0),
                Map.entry("monthlyIncome", INCOME),
                Map.entry("rigidSpending", 900),
                Map.entry("selfCare", "PARTLY"),
                Map.entry("graduateSeeking", "NO"),
                Map.entry("tenure", "PUBLIC_RENTAL"),
                Map.entry("accessible", "NO"),
                Map.entry("recentChange", "NONE"),
                Map.entry("wishes", "想有份工作"),
                Map.entry("safetyRisk", "NO"));
    }

    private static Map<String, Object> risk() {
        return Map.ofEntries(
                Map.entry("economyRisk", "1"),
                Map.entry("economyEvidence", "收入低"),
                Map.entry("healthRisk", "1"),
                Map.entry("healthEvidence", "手脚不便"),
                Map.entry("educationRisk", "0"),
                Map.entry("housingRisk", "0"),
                Map.entry("employmentRisk", "1"),
                Map.entry("employmentEvidence", "一年没有工作"),
                Map.entry("participationRisk", "0"),
                Map.entry("livingNeeds", List.of()),
                Map.entry("socialWorkNeeds", List.of()),
                Map.entry("employmentNeeds", List.of("WORK_JOB")),
                Map.entry("willingness", "ALL"));
    }

    /** Walks from due job to due job until then. */
    private void at(String moment) {
        engine.walkTo(LocalDateTime.parse(moment).atZone(ProductClock.ZONE).toInstant(), clock::set);
    }

    /** Completes the task as a program of the professional point does. */
    private void answer(String function, Actor by, Map<String, Object> answers) throws Exception {
        MockHttpServletRequestBuilder request = post("/api/v1/tasks/" + desk.task(function) + "/complete")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsBytes(Map.of("answers", answers)));
        assertThat(send(request, by).getStatus()).isEqualTo(204);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Actor by) throws Exception {
        return send(request, by.username(), by.roles().toArray(String[]::new));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String username, String... roles)
            throws Exception {
        return http.perform(request.with(user(username).roles(roles)))
                .andReturn()
                .getResponse();
    }

    private JsonNode json(MockHttpServletResponse response) throws Exception {
        return json.readTree(text(response));
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private List<String> groupsOf(String function) {
        engine.runDueJobs();
        return desk.system(() -> jdbc.queryForList(
                "select group_key from work_offer where task_id = ? order by group_key",
                String.class,
                desk.task(function)));
    }

    private Instant dueOf(String function) {
        return desk.system(() -> jdbc.queryForObject(
                        "select due_at from work_item where task_id = ?", Timestamp.class, desk.task(function)))
                .toInstant();
    }

    /** 24:00 of a day. */
    private static Instant endOf(String day) {
        return LocalDate.parse(day).plusDays(1).atStartOfDay(ProductClock.ZONE).toInstant();
    }

    private List<String> days(String sql) {
        return desk.system(() -> jdbc.queryForList(sql, Timestamp.class)).stream()
                .map(at ->
                        at.toInstant().atZone(ProductClock.ZONE).toLocalDate().toString())
                .toList();
    }

    private String value(String sql) {
        return desk.system(() -> jdbc.queryForObject(sql, String.class));
    }
}
