package org.jiuzhu.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.Need;
import org.jiuzhu.household.Needs;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.servicerecord.RecordSheets;
import org.jiuzhu.servicerecord.WrittenRecords;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.DataScope.Level;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@JiuzhuTest
class HouseholdAssessmentProcessTest {

    private static final long CASE = 7;
    private static final Actor LIN = Actors.pointConsultant();
    private static final Actor GU = Actors.stationConsultant();

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HouseholdAssessments assessments;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Needs needs;

    @Autowired
    RecordSheets sheets;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    JdbcTemplate jdbc;

    Person zhao;
    ProcessInstance process;

    @BeforeEach
    void start() {
        init(engine);
        process = desk.system(() -> {
            zhao = people.register(new NewPerson(
                    Actors.POINT,
                    "赵示例",
                    "999999195003120026",
                    null,
                    null,
                    null,
                    PersonDetails.of(Set.of(AssistanceCategory.DESTITUTE))));
            Household household = households.register(new NewHousehold(Actors.POINT, "松鹤路 1 弄", "2 号 301", zhao.id()));
            return runtime.startProcessInstanceByKey(
                    "household-assessment",
                    "SH-2026-000001",
                    Map.of(
                            "caseId",
                            CASE,
                            "householdId",
                            household.id(),
                            "orgCode",
                            Actors.POINT,
                            "urgency",
                            "NORMAL"));
        });
    }

    @Test
    void anAssessmentIsSurveyedScoredAndApproved() {
        consent();
        survey("lin.shiyong", "he.yanlian");
        score();
        desk.complete("reviewAssessment", GU, approved());

        assertThat(process)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_assessmentNeeded",
                        "serviceTask_openAssessment",
                        "serviceTask_setAssessBy",
                        "userTask_giveNoticeAndConsent",
                        "userTask_conductHomeSurvey",
                        "userTask_scoreRisk",
                        "ruleTask_visitTier",
                        "ruleTask_policyFindClass",
                        "userTask_reviewAssessment",
                        "endEvent_assessmentCompleted");
        Assessment assessment = assessment();
        assertThat(assessment.status()).isEqualTo(AssessmentStatus.APPROVED);
        assertThat(assessment.tierAdvice()).isEqualTo(new Advice("HIGH", "destitute70", "SJ 二(一)"));
        assertThat(assessment.classAdvice().value()).isEqualTo("PF_INELIGIBLE_HARDSHIP");
        assertThat(assessment.scores().highest()).isEqualTo(2);
        assertThat(assessment.helpNeeded()).isTrue();
        assertThat(desk.system(() -> needs.ofCase(CASE)))
                .extracting(Need::category, Need::willing)
                .containsExactly(tuple("LIVING_CARE", true), tuple("SOCIAL_COMFORT", false));
    }

    @Test
    void withoutConsentNothingIsSurveyed() {
        desk.complete(
                "giveNoticeAndConsent",
                LIN,
                Map.of(
                        "noticeOn", "2026-07-06",
                        "explained", List.of("PURPOSE", "VOLUNTARY"),
                        "consentGiven", "NO",
                        "consentBy", "SELF",
                        "refusalReason", "不想说家里的事"));

        assertThat(process).isEnded().hasPassed("endEvent_consentRefused");
        assertThat(process).hasNotPassed("userTask_conductHomeSurvey");
        assertThat(assessment().status()).isEqualTo(AssessmentStatus.CONSENT_REFUSED);
        assertThat(desk.openKeys()).isEmpty();
    }

    @Test
    void noticeIsCompleteBeforeAnybodyConsents() {
        Map<String, Object> answers = new HashMap<>(consentAnswers());
        answers.put("explained", List.of("PURPOSE"));

        assertInvalid("explained", () -> desk.complete("giveNoticeAndConsent", LIN, answers));
        assertThat(process).isWaitingAt("userTask_giveNoticeAndConsent");
    }

    @Test
    void aSurveyIsNotDoneWithoutAServiceRecord() {
        consent();

        assertInvalid(
                "serviceRecord",
                () -> desk.complete("conductHomeSurvey", LIN, surveyAnswers("lin.shiyong", "he.yanlian")));
        assertThat(process).isWaitingAt("userTask_conductHomeSurvey");
    }

    @Test
    void aHomeIsSurveyedByTwo() {
        consent();
        record();

        assertInvalid("surveyors", () -> desk.complete("conductHomeSurvey", LIN, surveyAnswers("lin.shiyong")));
    }

    @Test
    void aReturnedAssessmentIsSurveyedAgainWithTheEarlierAnswers() {
        consent();
        survey("lin.shiyong", "he.yanlian");
        score();
        desk.complete("reviewAssessment", GU, Map.of("review", "RETURNED", "returnReason", "请补充就医情况"));

        assertThat(process).isWaitingAt("userTask_conductHomeSurvey");
        assertThat(assessment().status()).isEqualTo(AssessmentStatus.RETURNED);
        assertThat(desk.system(() -> needs.ofCase(CASE))).isEmpty();

        survey("lin.shiyong", "he.yanlian");
        score();
        desk.complete("reviewAssessment", GU, approved());
        assertThat(process).isEnded().hasPassed("endEvent_assessmentCompleted");
        assertThat(desk.system(() -> people.changesOf(zhao.id()))).hasSize(1);
    }

    @Test
    void whoSurveyedDoesNotReview() {
        consent();
        survey("lin.shiyong", "gu.yangban");
        score();

        String review = desk.task("reviewAssessment");
        assertThatThrownBy(() -> desk.claim(review, GU)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
            assertThat(refusal.messageKey()).isEqualTo("assessment.reviewerIsSurveyor");
        });
        assertThatThrownBy(() -> desk.complete("reviewAssessment", GU, approved()))
                .isInstanceOf(Refusal.class);

        desk.complete(
                "reviewAssessment", Actors.at("shi.fangzhen", "施仿真", Actors.STATION, "stationConsultant"), approved());
        assertThat(process).isEnded();
    }

    @Test
    void aReviewerWhoDiffersFromTheSuggestionSaysWhy() {
        consent();
        survey("lin.shiyong", "he.yanlian");
        score();
        Map<String, Object> answers = new HashMap<>(approved());
        answers.put("tier", "KEY");

        assertInvalid("decisionReason", () -> desk.complete("reviewAssessment", GU, answers));

        answers.put("decisionReason", "刚住进养老院");
        desk.complete("reviewAssessment", GU, answers);
        assertThat(assessment().tier()).isEqualTo("KEY");
    }

    @Test
    void aSurveyDueSoonIsRemindedAndALateOneGoesToTheStationLead() {
        consent();

        timers.fire("timer_conductHomeSurveyReminder");
        assertThat(process).hasPassed("serviceTask_remindConductHomeSurvey").isWaitingAt("userTask_conductHomeSurvey");
        assertThat(moment("reminded_at")).isNotNull();
        assertThat(moment("escalated_at")).isNull();

        timers.fire("timer_conductHomeSurveyDue");
        assertThat(process)
                .hasPassed("serviceTask_escalateConductHomeSurvey")
                .isWaitingAt("userTask_conductHomeSurvey");
        assertThat(moment("escalated_at")).isNotNull();
        assertThat(desk.system(() -> jdbc.queryForList("select group_key from work_offer", String.class)))
                .contains("stationLead:" + Actors.STATION);
    }

    private void consent() {
        desk.complete("giveNoticeAndConsent", LIN, consentAnswers());
    }

    private void survey(String... surveyors) {
        record();
        desk.complete("conductHomeSurvey", LIN, surveyAnswers(surveyors));
    }

    private void record() {
        String task = desk.task("conductHomeSurvey");
        new DataScope(Level.POINT, Actors.POINT).run(() -> WrittenRecords.visitBehind(task, "2026-07-06", sheets, LIN));
    }

    private void score() {
        desk.complete("scoreRisk", LIN, riskAnswers());
    }

    private static Map<String, Object> consentAnswers() {
        return Map.of(
                "noticeOn", "2026-07-06",
                "explained", List.of("PURPOSE", "DATA_USE", "RIGHTS", "VOLUNTARY"),
                "consentGiven", "YES",
                "consentBy", "SELF",
                "sensitiveConsent", "YES",
                "consentForm", "SIGNED");
    }

    private Map<String, Object> surveyAnswers(String... surveyors) {
        return Map.ofEntries(
                Map.entry("surveyedOn", "2026-07-06"),
                Map.entry("method", "HOME_VISIT"),
                Map.entry("surveyors", List.of(surveyors)),
                Map.entry("present", List.of(String.valueOf(zhao.id()))),
                Map.entry("householdSize", 1),
                Map.entry("minors", 0),
                Map.entry("monthlyIncome", 1500),
                Map.entry("rigidSpending", 900),
                Map.entry("selfCare", "PARTLY"),
                Map.entry("graduateSeeking", "NO"),
                Map.entry("tenure", "PUBLIC_RENTAL"),
                Map.entry("accessible", "NO"),
                Map.entry("recentChange", "ACCIDENT"),
                Map.entry("recentChangeOn", "2026-06-20"),
                Map.entry("wishes", "想有人帮忙洗澡"),
                Map.entry("safetyRisk", "NO"));
    }

    private static Map<String, Object> riskAnswers() {
        return Map.ofEntries(
                Map.entry("economyRisk", "1"),
                Map.entry("economyEvidence", "收入低"),
                Map.entry("healthRisk", "2"),
                Map.entry("healthEvidence", "摔伤后行动不便"),
                Map.entry("educationRisk", "0"),
                Map.entry("housingRisk", "0"),
                Map.entry("employmentRisk", "0"),
                Map.entry("participationRisk", "0"),
                Map.entry("livingNeeds", List.of("LIVING_CARE")),
                Map.entry("socialWorkNeeds", List.of("SOCIAL_COMFORT")),
                Map.entry("employmentNeeds", List.of()),
                Map.entry("willingness", "PARTLY"),
                Map.entry("declinedNeeds", List.of("SOCIAL_COMFORT")));
    }

    private static Map<String, Object> approved() {
        return Map.of(
                "review", "APPROVED",
                "tier", "HIGH",
                "policyFindClass", "PF_INELIGIBLE_HARDSHIP",
                "helpNeeded", "YES");
    }

    private Assessment assessment() {
        return desk.system(() -> assessments.ofCase(CASE).orElseThrow());
    }

    private Object moment(String column) {
        return desk.system(() -> jdbc.queryForObject("select " + column + " from work_item", Object.class));
    }

    private static void assertInvalid(String field, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting("field")
                        .contains(field));
    }
}
