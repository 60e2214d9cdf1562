package org.jiuzhu.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.demo.DemoLibraries;
import org.jiuzhu.demo.Journey;
import org.jiuzhu.demo.Route;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.household.SafetyFlag;
import org.jiuzhu.lead.LeadIntake;
import org.jiuzhu.lead.LeadReader;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.LeadState;
import org.jiuzhu.lead.Residents;
import org.jiuzhu.lead.Tickets;
import org.jiuzhu.lifecycle.LeadAccepted;
import org.jiuzhu.lifecycle.LeadJoined;
import org.jiuzhu.servicerecord.RecordSheets;
import org.jiuzhu.servicerecord.WrittenRecords;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.Timers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

@JiuzhuTest
class AssistanceCaseProcessTest {

    private static final Actor LIN = Actors.pointConsultant();
    private static final Actor GU = Actors.stationConsultant();
    private static final Actor LU = Actors.stationLead();

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    LeadIntake intake;

    @Autowired
    LeadReader reader;

    @Autowired
    Journey journey;

    @Autowired
    DemoLibraries libraries;

    @Autowired
    CaseRepository cases;

    @Autowired
    PlanRepository plans;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    RecordSheets sheets;

    @Autowired
    TaskHandlers handlers;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    Household home;
    String lead;
    ProcessInstance process;

    @BeforeEach
    void openCase() {
        init(engine);
        home = desk.system(() -> new Residents(people, households).zhao());
        desk.system(() -> {
            libraries.seed(LocalDate.now(clock));
            return true;
        });
        lead = intake.receive(
                        Tickets.about(
                                LeadSource.CONSULTANT_FINDING, Tickets.named("赵示例", Residents.ZHAO_ID, Actors.POINT)),
                        LIN)
                .number();
        journey.until(lead, "verifyLead", Route.CASE);
        process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(known().number(), "assistance-case")
                .singleResult();
    }

    @Test
    void aCaseGoesFromVerificationToItsOutcomeAndTheSourceIsAnswered() {
        journey.toTheEnd(lead, Route.CASE);

        assertThat(process)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_caseOpened",
                        "userTask_verifyLead",
                        "callActivity_householdAssessment",
                        "callActivity_servicePlan",
                        "callActivity_referral",
                        "callActivity_followUp",
                        "userTask_closeCase",
                        "serviceTask_announceOutcome",
                        "endEvent_caseClosed");
        assertThat(process).hasNotPassed("callActivity_caseConference");
        assertThat(known().outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(known().isOpen()).isFalse();
        assertThat(desk.openKeys()).isEmpty();
        LeadReader.Standing standing = desk.system(() -> reader.find(lead).orElseThrow());
        assertThat(standing.lead().state()).isEqualTo(LeadState.CLOSED);
        assertThat(standing.answers())
                .extracting(answer -> answer.kind().name())
                .containsExactly("CASE_OPENED", "CASE_CLOSED");
    }

    @Test
    void whatIsNotTrueIsClosedWithoutAnAssessment() {
        verify("NO");
        assertThat(process).isWaitingAt("userTask_closeCase").hasNotPassed("callActivity_householdAssessment");
        assertThat(closeReason()).isEqualTo("NOT_VERIFIED");

        close("NOT_VERIFIED");
        assertThat(process).isEnded();
        assertThat(known().outcome()).isEqualTo(Outcome.NOT_VERIFIED);
        assertThat(known().verified()).isFalse();
    }

    @Test
    void nothingIsVerifiedWithoutAServiceRecord() {
        assertInvalid("serviceRecord", () -> desk.complete("verifyLead", LIN, verified("YES")));
        assertThat(process).isWaitingAt("userTask_verifyLead");
    }

    @Test
    void whatIsKnownOfTheDoorIsShownAndKeptWhereNobodySaysOtherwise() {
        desk.system(() -> {
            households.flag(home.id(), Set.of(SafetyFlag.DOG));
            return true;
        });
        assertThat(prefill("verifyLead").get("safetyFlags")).isEqualTo(List.of("DOG"));

        verify("YES");
        assertThat(atTheDoor()).containsExactly(SafetyFlag.DOG);
    }

    @Test
    void whoeverVerifiesSaysWhatIsAtTheDoorNow() {
        desk.system(() -> {
            households.flag(home.id(), Set.of(SafetyFlag.DOG));
            return true;
        });
        record("verifyLead", LIN, DataScope.Level.POINT);
        Map<String, Object> answers = new HashMap<>(verified("YES"));
        answers.put("safetyFlags", List.of());
        desk.complete("verifyLead", LIN, answers);

        assertThat(atTheDoor()).isEmpty();
    }

    private Set<SafetyFlag> atTheDoor() {
        return desk.system(() -> households.get(home.id()).safetyFlags());
    }

    @Test
    void nothingIsVerifiedTomorrow() {
        record("verifyLead", LIN, DataScope.Level.POINT);
        assertInvalid(
                "verifiedOn",
                () -> desk.complete("verifyLead", LIN, with(verified("YES"), "verifiedOn", "2026-07-07")));
    }

    @Test
    void withoutConsentTheCaseIsClosed() {
        journey.until(lead, "giveNoticeAndConsent", Route.CASE);
        desk.complete(
                "giveNoticeAndConsent",
                LIN,
                Map.of(
                        "noticeOn", "2026-07-06",
                        "explained", List.of("PURPOSE"),
                        "consentGiven", "NO",
                        "consentBy", "SELF"));

        assertThat(process).isWaitingAt("userTask_closeCase").hasNotPassed("callActivity_servicePlan");
        assertThat(closeReason()).isEqualTo("CONSENT_REFUSED");
    }

    @Test
    void whoNeedsNoHelpGetsNoPlan() {
        journey.until(lead, "reviewAssessment", Route.CASE);
        desk.complete(
                "reviewAssessment",
                GU,
                Map.of(
                        "review", "APPROVED",
                        "tier", "NONE",
                        "policyFindClass", "NONE",
                        "decisionReason", "子女已经接去同住",
                        "helpNeeded", "NO"));

        assertThat(process).isWaitingAt("userTask_closeCase").hasNotPassed("callActivity_servicePlan");
        assertThat(closeReason()).isEqualTo("NO_HELP_NEEDED");
    }

    @Test
    void aRefusedPlanEndsTheCase() {
        journey.until(lead, "confirmPlanWithHousehold", Route.CASE);
        desk.complete(
                "confirmPlanWithHousehold",
                LIN,
                Map.of("explainedOn", "2026-07-06", "answeredBy", "SELF", "planAnswer", "REFUSED"));

        assertThat(process).isWaitingAt("userTask_closeCase").hasNotPassed("callActivity_referral");
        assertThat(closeReason()).isEqualTo("PLAN_REFUSED");
    }

    @Test
    void afterTwoPlansThatDidNotHelpAConferenceDecides() {
        journey.until(lead, "followUp", Route.CASE);
        unresolved();
        assertThat(process).hasNotPassed("callActivity_caseConference");
        assertThat(desk.openKeys()).containsExactly("userTask_draftServicePlan");

        journey.until(lead, "followUp", Route.CASE);
        unresolved();
        assertThat(process).isWaitingAt("callActivity_caseConference");
        assertThat(desk.system(() -> plans.findByCaseIdOrderByRoundDescVersionDesc(known().id())))
                .extracting(ServicePlan::round)
                .containsExactly(2, 1);

        confer("CLOSE");
        assertThat(process).isWaitingAt("userTask_closeCase");
        assertThat(closeReason()).isEqualTo("CONFERENCE");
    }

    @Test
    void aConferenceMayAskForAnotherPlan() {
        journey.until(lead, "followUp", Route.CASE);
        unresolved();
        journey.until(lead, "followUp", Route.CASE);
        unresolved();
        confer("REPLAN");

        assertThat(process).isWaitingAt("callActivity_servicePlan");
        assertThat(desk.openKeys()).containsExactly("userTask_draftServicePlan");
    }

    @Test
    void theStationLeadMaySendACaseBackToItsPlan() {
        journey.until(lead, "closeCase", Route.CASE);
        desk.complete("closeCase", LU, Map.of("closing", "REPLAN", "summary", "照料还没有落实"));

        assertThat(process).isWaitingAt("callActivity_servicePlan").hasNotPassed("serviceTask_announceOutcome");
        assertThat(known().isOpen()).isTrue();
    }

    @Test
    void verificationIsRemindedOfAndALateOneIsSeenByTheStationLead() {
        timers.fire("timer_verifyLeadReminder");
        timers.fire("timer_verifyLeadDue");

        assertThat(process)
                .isWaitingAt("userTask_verifyLead")
                .hasPassed("serviceTask_remindVerifyLead", "serviceTask_escalateVerifyLead");
        assertThat(desk.system(() -> jdbc.queryForList("select group_key from work_offer", String.class)))
                .contains("stationLead:" + Actors.STATION);
    }

    @Test
    void aFurtherLeadMakesTheCaseAsUrgentAsItIs() {
        Instant earlier = Instant.parse("2026-07-01T02:00:00Z");
        desk.system(() -> {
            events.publishEvent(new LeadJoined(4711, home.id(), Urgency.URGENT, earlier));
            return true;
        });

        assertThat(known().urgency()).isEqualTo(Urgency.URGENT);
        assertThat(known().receivedAt()).isEqualTo(earlier);
        assertThat(count("assistance_case")).isOne();
    }

    @Test
    void leadsAcceptedAtTheSameMomentOpenOneCase() throws Exception {
        Household other = desk.system(() -> new Residents(people, households).living("钱演示", null, null));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CyclicBarrier together = new CyclicBarrier(4);
            List<Callable<Boolean>> accepted = IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(n -> () -> {
                        together.await();
                        return desk.system(() -> {
                            events.publishEvent(new LeadAccepted(
                                    900 + n,
                                    other.id(),
                                    other.headPersonId(),
                                    Actors.POINT,
                                    Urgency.NORMAL,
                                    Instant.EPOCH));
                            return true;
                        });
                    })
                    .toList();
            for (Future<Boolean> done : threads.invokeAll(accepted)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(count("assistance_case where household_id = " + other.id())).isOne();
        assertThat(count("case_lead where lead_id >= 900")).isEqualTo(4);
        assertThat(desk.tasks("verifyLead")).hasSize(2);
    }

    private void verify(String answer) {
        record("verifyLead", LIN, DataScope.Level.POINT);
        desk.complete("verifyLead", LIN, verified(answer));
    }

    private void record(String task, Actor by, DataScope.Level level) {
        new DataScope(level, String.valueOf(by.orgCode()))
                .run(() -> WrittenRecords.visitBehind(desk.task(task), today(), sheets, by));
    }

    private static Map<String, String> verified(String answer) {
        Map<String, String> answers = new HashMap<>(
                Map.of("verifiedOn", "2026-07-06", "method", "VISIT", "verified", answer, "findings", "上门见到本人"));
        if ("NO".equals(answer)) {
            answers.put("notVerifiedReason", "NO_DIFFICULTY");
        }
        return answers;
    }

    private static Map<String, String> with(Map<String, String> answers, String key, String value) {
        answers.put(key, value);
        return answers;
    }

    private void unresolved() {
        record("followUp", GU, DataScope.Level.STREET);
        desk.complete(
                "followUp",
                GU,
                Map.of(
                        "followedOn", today(),
                        "method", "VISIT",
                        "hazardsCleared", "PARTLY",
                        "urgentRelieved", "NOT_YET",
                        "servicesDelivered", "DONE",
                        "householdSays", "还是睡不好",
                        "resolved", "NO",
                        "nextStep", "换一种办法"));
        timers.runAsync();
    }

    private void confer(String decision) {
        journey.until(lead, "recordConference", Route.CASE);
        desk.complete(
                "recordConference",
                LU,
                Map.of(
                        "heldOn",
                        today(),
                        "attended",
                        "陆示范、林试用",
                        "conferenceDecision",
                        decision,
                        "decisionReason",
                        "两轮方案没有解决问题"));
    }

    private void close(String reason) {
        desk.complete(
                "closeCase",
                LU,
                Map.of("closing", "CLOSE", "closeReason", reason, "summary", "情况不属实", "tellHousehold", "YES"));
    }

    private Object closeReason() {
        return prefill("closeCase").get("closeReason");
    }

    private Map<String, Object> prefill(String function) {
        String key = "userTask_" + function;
        return desk.system(() -> handlers.of(key)
                .prefill(new TaskContext(
                        desk.task(function), key, "assistance-case", null, runtime.getVariables(process.getId()))));
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    private AssistanceCase known() {
        return desk.system(() -> cases.findByHouseholdIdOrderByIdDesc(home.id()).get(0));
    }

    private int count(String from) {
        return desk.system(() -> jdbc.queryForObject("select count(*) from " + from, Integer.class));
    }

    private static void assertInvalid(String field, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting(FieldProblem::field)
                        .containsExactly(field));
    }
}
