package org.jiuzhu.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.household.Household;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Answers;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The day is Monday 2026-07-06. */
@JiuzhuTest
class CaseConferenceProcessTest {

    private static final long CASE = 7;
    private static final String TODAY = "2026-07-06";
    private static final Actor LU = Actors.stationLead();

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Conferences conferences;

    @Autowired
    Homes homes;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    Household home;
    ProcessInstance process;

    @BeforeEach
    void register() {
        init(engine);
        homes.libraries();
        home = homes.ofOne(Actors.POINT, "赵示例", "999999195003120026", "13800000026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPLAN", "CLOSE"})
    void aCaseWhosePlansDidNotHelpIsPlannedAgainOrClosed(String decision) {
        start("PLAN_ROUNDS");
        desk.complete("conveneConference", LU, Answers.convenes(TODAY));
        desk.complete("recordConference", LU, Answers.decides(TODAY, decision));

        assertThat(process)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_conferenceNeeded",
                        "serviceTask_openConference",
                        "userTask_conveneConference",
                        "userTask_recordConference",
                        "endEvent_conferenceDecided");
        Conference held = conference();
        assertThat(held.reason()).isEqualTo(Conference.Reason.PLAN_ROUNDS);
        assertThat(held.decision()).hasToString(decision);
        assertThat(held.decisionReason()).startsWith("两家机构");
        assertThat(held.consultants()).containsExactly("lin.shiyong", "gu.yangban");
        assertThat(desk.system(() -> jdbc.queryForList(
                        "select kind from timeline_event where case_id = ? order by id", String.class, CASE)))
                .containsExactly("task.userTask_conveneConference", "task.userTask_recordConference");
        assertThat(desk.openKeys()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NO_PROVIDER, DIRECT_SERVICE, responsible, gu.yangban",
        "REFERRAL_DECLINED, RESOURCE_LINK, resourceId, 1"
    })
    void aReferralIsTakenOver(String reason, String decision, String key, String value) {
        start(reason);
        desk.complete("conveneConference", LU, Answers.convenes("2026-07-08"));
        desk.complete("recordConference", LU, Answers.decides(TODAY, decision, key, value));

        assertThat(process).isEnded();
        assertThat(conference().decision()).hasToString(decision);
    }

    @Test
    void theStationLeadConvenesWithinFiveWorkdays() {
        start("REFERRAL_DECLINED");

        assertThat(process).isWaitingAt("userTask_conveneConference");
        assertThat(desk.system(() -> jdbc.queryForList("select group_key from work_offer", String.class)))
                .containsExactly("stationLead:" + Actors.STATION);
        assertThat(desk.system(() -> jdbc.queryForObject("select due_at from work_item", java.sql.Timestamp.class))
                        .toInstant())
                .isEqualTo(Instant.parse("2026-07-13T16:00:00Z"));
        assertThatThrownBy(
                        () -> desk.complete("conveneConference", Actors.stationConsultant(), Answers.convenes(TODAY)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void nobodyIsCalledTogetherInThePast() {
        start("NO_PROVIDER");

        assertInvalid("meetingOn", "conveneConference", Answers.convenes("2026-07-03"));
        assertThat(process).isWaitingAt("userTask_conveneConference");
    }

    @ParameterizedTest
    @CsvSource({
        "PLAN_ROUNDS, UNPLACED",
        "PLAN_ROUNDS, DIRECT_SERVICE",
        "NO_PROVIDER, REPLAN",
        "REFERRAL_DECLINED, CLOSE"
    })
    void aDecisionThatTheReasonDoesNotLeaveOpenIsRefused(String reason, String decision) {
        start(reason);
        desk.complete("conveneConference", LU, Answers.convenes(TODAY));

        assertInvalid("conferenceDecision", "recordConference", Answers.decides(TODAY, decision));
        assertThat(process).isWaitingAt("userTask_recordConference");

        long id = conference().id();
        var decided = new Conference.Decided(
                LocalDate.parse(TODAY), "陆示范", Conference.Decision.valueOf(decision), null, null, "无", null);
        assertThatThrownBy(() -> desk.system(() -> {
                    conferences.decide(id, decided);
                    return id;
                }))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.messageKey())
                        .isEqualTo("conference.decisionNotOpen"));
        assertThat(conference().decision()).isNull();
    }

    @Test
    void aDirectServiceNamesWhoServesAndALinkItsResource() {
        start("NO_PROVIDER");
        desk.complete("conveneConference", LU, Answers.convenes(TODAY));

        assertInvalid("responsible", "recordConference", Answers.decides(TODAY, "DIRECT_SERVICE"));
        assertInvalid("resourceId", "recordConference", Answers.decides(TODAY, "RESOURCE_LINK"));
        assertInvalid(
                "responsible",
                "recordConference",
                Answers.decides(TODAY, "DIRECT_SERVICE", "responsible", "pan.yangben"));
    }

    @Test
    void whatIsDecidedStands() {
        start("NO_PROVIDER");
        desk.complete("conveneConference", LU, Answers.convenes(TODAY));
        desk.complete("recordConference", LU, Answers.decides(TODAY, "UNPLACED"));

        long id = conference().id();
        assertThatThrownBy(() -> desk.system(() -> {
                    conferences.convene(id, LocalDate.parse(TODAY), "别处", List.of(), List.of(), "再议");
                    return id;
                }))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.messageKey())
                        .isEqualTo("conference.decided"));
    }

    private void start(String reason) {
        process = desk.system(() -> runtime.startProcessInstanceByKey(
                "case-conference",
                "SH-2026-000001",
                Map.of(
                        "caseId",
                        CASE,
                        "householdId",
                        home.id(),
                        "orgCode",
                        Actors.POINT,
                        "urgency",
                        "NORMAL",
                        "conferenceReason",
                        reason)));
    }

    private Conference conference() {
        return desk.system(() -> conferences.get(jdbc.queryForObject("select max(id) from conference", Long.class)));
    }

    private void assertInvalid(String field, String task, Map<String, Object> answers) {
        assertThatThrownBy(() -> desk.complete(task, LU, answers))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting("field")
                        .contains(field));
    }
}
