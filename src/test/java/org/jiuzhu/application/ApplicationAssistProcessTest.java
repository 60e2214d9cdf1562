package org.jiuzhu.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.application.Application.Status;
import org.jiuzhu.application.ApplicationResults.Receipt;
import org.jiuzhu.application.ApplicationResults.Standing;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Intervention;
import org.jiuzhu.household.Need;
import org.jiuzhu.household.NeedStatus;
import org.jiuzhu.household.Needs;
import org.jiuzhu.lifecycle.CaseClosed;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Consultant.Occupation;
import org.jiuzhu.network.Consultant.Position;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Register;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

/** The day is Monday 2026-07-06. */
@JiuzhuTest
class ApplicationAssistProcessTest {

    private static final long CASE = 7;
    private static final String TODAY = "2026-07-06";
    private static final LocalDate DAY = LocalDate.parse(TODAY);
    private static final Actor LIN = Actors.pointConsultant();
    private static final Actor GU = Actors.stationConsultant();
    private static final Actor WINDOW = Actor.machine("window");

    private static final String PUTUO_STREET = "999901997";
    private static final String PUTUO_POINT = "999901997001";
    private static final Actor PT_CONSULTANT = Actors.at("yu.shice", "余试策", PUTUO_POINT, "pointConsultant");
    private static final Actor PT_LEAD = Actors.at("qi.fanli", "戚范例", PUTUO_STREET, "stationLead", "stationConsultant");

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationResults results;

    @Autowired
    Needs needs;

    @Autowired
    Homes homes;

    @Autowired
    Register register;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcTemplate jdbc;

    long applicationId;
    ProcessInstance process;

    @BeforeEach
    void libraries() {
        init(engine);
        homes.libraries();
    }

    @Test
    void anApplicationIsExplainedHandedInAcceptedDecidedAndExplained() {
        start(Actors.POINT);
        explainPolicy(LIN, "YES");
        prepare(LIN);
        submit(LIN);
        accept();
        assertThat(process).isWaitingAt("timer_inquiryDue");
        assertThat(desk.openKeys()).isEmpty();

        Receipt receipt = result("R-1", Result.Kind.GRANTED);

        assertThat(receipt).isEqualTo(new Receipt(application().number(), "R-1", Standing.RECEIVED, false));
        assertThat(process).isWaitingAt("userTask_explainResult");
        explainResult(LIN, Map.of());
        assertThat(process)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_applicationNeeded",
                        "userTask_explainPolicy",
                        "userTask_prepareMaterials",
                        "userTask_submitToWindow",
                        "userTask_acceptApplication",
                        "message_applicationResult",
                        "userTask_explainResult",
                        "endEvent_resultExplained");
        assertThat(process).hasNotPassed("userTask_recordCreditCommitment", "userTask_inquireResult");
        assertThat(application().status()).isEqualTo(Status.EXPLAINED);
        assertThat(need().status()).isEqualTo(NeedStatus.MET);
        assertThat(kinds())
                .contains(
                        "application.submitted", "application.accepted", "application.result", "application.explained");
    }

    @Test
    void aHouseholdThatHasHeardThePolicyMayDecline() {
        start(Actors.POINT);
        explainPolicy(LIN, "NO");

        assertThat(process).isEnded().hasPassed("endEvent_notApplying");
        assertThat(application().status()).isEqualTo(Status.NOT_WANTED);
        assertThat(application().endReason()).isEqualTo("觉得手续太多");
        assertThat(need().status()).isEqualTo(NeedStatus.DROPPED);
    }

    @Test
    void nothingIsExplainedTomorrow() {
        start(Actors.POINT);
        assertInvalid(
                "explainedOn",
                () -> desk.complete("explainPolicy", LIN, with(policy("YES"), "explainedOn", "2026-07-07")));
        assertThat(process).isWaitingAt("userTask_explainPolicy");
    }

    @Test
    void wherePutuosRuleHoldsTheApplicantSignsFirst() {
        putuo();
        start(PUTUO_POINT);
        explainPolicy(PT_CONSULTANT, "YES");
        assertThat(process).isWaitingAt("userTask_recordCreditCommitment");
        assertThatThrownBy(() -> desk.system(() -> {
                    applications.submit(applicationId, new Submission(DAY, "HZ-1", "受理中心"), PT_CONSULTANT);
                    return true;
                }))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo("application.commitmentMissing"));

        desk.complete(
                "recordCreditCommitment",
                PT_CONSULTANT,
                Map.of("commitment", "SIGNED", "commitmentOn", TODAY, "commitmentBy", "SELF"));
        assertThat(process).isWaitingAt("userTask_prepareMaterials");
        prepare(PT_CONSULTANT);
        submit(PT_CONSULTANT);
        assertThat(process).isWaitingAt("userTask_acceptApplication");
        assertThat(application().commitment())
                .isEqualTo(new Commitment(Commitment.Kind.SIGNED, DAY, "SELF", null, null));
    }

    @Test
    void anExceptionNeedsItsReasonAndWhoeverApprovedIt() {
        putuo();
        start(PUTUO_POINT);
        explainPolicy(PT_CONSULTANT, "YES");
        Map<String, Object> excepted = new HashMap<>(Map.of("commitment", "EXCEPTED", "commitmentOn", TODAY));
        assertInvalid("commitmentReason", () -> desk.complete("recordCreditCommitment", PT_CONSULTANT, excepted));
        excepted.put("commitmentReason", "住院昏迷，家属尚未办妥监护");
        assertInvalid("approvedBy", () -> desk.complete("recordCreditCommitment", PT_CONSULTANT, excepted));
        excepted.put("approvedBy", "somebody.else");
        assertInvalid("approvedBy", () -> desk.complete("recordCreditCommitment", PT_CONSULTANT, excepted));

        excepted.put("approvedBy", PT_LEAD.username());
        desk.complete("recordCreditCommitment", PT_CONSULTANT, excepted);
        prepare(PT_CONSULTANT);
        submit(PT_CONSULTANT);
        assertThat(application().commitment())
                .isEqualTo(new Commitment(Commitment.Kind.EXCEPTED, DAY, null, "住院昏迷，家属尚未办妥监护", PT_LEAD.username()));
        assertThat(kinds()).contains("application.commitmentEXCEPTED");
    }

    @Test
    void whoeverDoesNotSignDoesNotSubmit() {
        putuo();
        start(PUTUO_POINT);
        explainPolicy(PT_CONSULTANT, "YES");
        desk.complete(
                "recordCreditCommitment",
                PT_CONSULTANT,
                Map.of("commitment", "REFUSED", "commitmentOn", TODAY, "commitmentReason", "不愿意签"));

        assertThat(process).isEnded().hasPassed("endEvent_notCommitted").hasNotPassed("userTask_submitToWindow");
        assertThat(application().status()).isEqualTo(Status.NOT_COMMITTED);
        assertThat(need().status()).isEqualTo(NeedStatus.DROPPED);
    }

    @Test
    void aHouseholdMayGiveUpWhileThePapersAreGathered() {
        start(Actors.POINT);
        explainPolicy(LIN, "YES");
        desk.complete("prepareMaterials", LIN, Map.of("prepared", "NO", "giveUpReason", "子女已经接去同住"));

        assertThat(process).isEnded().hasPassed("endEvent_applicationWithdrawn");
        assertThat(application().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(need().status()).isEqualTo(NeedStatus.DROPPED);
    }

    @Test
    void whatTheWindowStillWantsGoesBackToThePapers() {
        start(Actors.POINT);
        explainPolicy(LIN, "YES");
        prepare(LIN);
        submit(LIN);
        desk.complete("acceptApplication", GU, Map.of("acceptance", "MATERIALS_MISSING", "missing", "六月的药费票据"));

        assertThat(process).isWaitingAt("userTask_prepareMaterials");
        assertThat(application().missing()).isEqualTo("六月的药费票据");
        prepare(LIN);
        submit(LIN);
        accept();
        assertThat(application().status()).isEqualTo(Status.ACCEPTED);
        assertThat(application().missing()).isNull();
    }

    @Test
    void aResultThatDoesNotComeIsAskedForUntilItIsThere() {
        untilAccepted();
        timers.fire("timer_inquiryDue");
        assertThat(process).isWaitingAt("userTask_inquireResult");
        String day = clock.now()
                .atZone(org.jiuzhu.shared.ProductClock.ZONE)
                .toLocalDate()
                .toString();
        desk.complete("inquireResult", GU, Map.of("inquiredOn", day, "inquiry", "PENDING", "said", "还在核对"));
        assertThat(process).isWaitingAt("timer_inquiryDue");

        timers.fire("timer_inquiryDue");
        desk.complete(
                "inquireResult",
                GU,
                Map.of(
                        "inquiredOn", day,
                        "inquiry", "DECIDED",
                        "result", "REFUSED",
                        "decidedOn", day,
                        "reference", "沪救 12 号"));
        assertThat(process).isWaitingAt("userTask_explainResult").hasPassed("endEvent_resultFound");
        assertThat(application().result()).isNotNull();
        assertThat(kinds()).contains("application.stillPending", "application.result");
    }

    @Test
    void aResultThatComesWhileSomebodyAsksEndsTheAsking() {
        untilAccepted();
        timers.fire("timer_inquiryDue");
        result("R-1", Result.Kind.GRANTED);

        assertThat(process).isWaitingAt("userTask_explainResult");
        assertThat(desk.openKeys()).containsExactly("userTask_explainResult");
    }

    @Test
    void aResultAheadOfTheAcceptanceIsNotLost() {
        start(Actors.POINT);
        explainPolicy(LIN, "YES");
        prepare(LIN);
        submit(LIN);
        assertThat(result("R-1", Result.Kind.GRANTED).standing()).isEqualTo(Standing.RECEIVED);
        assertThat(process).isWaitingAt("userTask_acceptApplication");

        accept();
        assertThat(process).isWaitingAt("userTask_explainResult").hasNotPassed("subProcess_awaitResult");
    }

    @Test
    void afterARefusalTheWaysToAppealAreToldAndTheNeedMayGoBackToThePlan() {
        untilAccepted();
        result("R-1", Result.Kind.REFUSED);
        Map<String, Object> answers = new HashMap<>(
                Map.of("nextStep", "PLAN_AGAIN", "planAgainReason", "收入略高于标准，试试慈善帮扶", "appealTold", "NO"));
        assertInvalid("appealTold", () -> explainResult(LIN, answers));

        answers.put("appealTold", "YES");
        explainResult(LIN, answers);
        assertThat(process).isEnded();
        assertThat(application().appealTold()).isTrue();
        assertThat(need().status()).isEqualTo(NeedStatus.OPEN);
        assertThat(need().setback()).isEqualTo("收入略高于标准，试试慈善帮扶");
    }

    @Test
    void aHouseholdMayLeaveItAtARefusal() {
        untilAccepted();
        result("R-1", Result.Kind.REFUSED);
        explainResult(LIN, Map.of("nextStep", "ENOUGH", "appealTold", "YES"));

        assertThat(need().status()).isEqualTo(NeedStatus.DROPPED);
        assertThat(need().setback()).isNull();
    }

    @Test
    void aSecondResultIsKeptAndChangesNothing() {
        untilAccepted();
        result("R-1", Result.Kind.GRANTED);
        assertThat(result("R-2", Result.Kind.REFUSED).standing()).isEqualTo(Standing.LATE);

        assertThat(application().result()).isEqualTo(new Result(Result.Kind.GRANTED, DAY, "R-1", "经济状况符合"));
        assertThat(kinds()).contains("application.lateResult");
    }

    @Test
    void aResultForACaseThatIsClosedIsKeptAndSaysSo() {
        untilAccepted();
        desk.system(() -> {
            events.publishEvent(new CaseClosed(CASE, "SH-2026-000007", 1, List.of(), "RESOLVED"));
            return true;
        });
        assertThat(application().status()).isEqualTo(Status.CASE_ENDED);

        assertThat(result("R-1", Result.Kind.GRANTED).standing()).isEqualTo(Standing.LATE);
        assertThat(kinds()).contains("application.lateResult");
        assertThat(process).isWaitingAt("timer_inquiryDue");
    }

    private void start(String point) {
        Household home = homes.ofOne(point, "赵示例", "999999195003120026", "13800000026");
        applicationId = desk.system(() -> {
            long need = needs.add(CASE, home.id(), "LIVING_CARE", "说起过", true);
            needs.plan(need, Intervention.APPLY, "减轻药费负担", null);
            return applications.open(CASE, home.id(), "NORMAL").get(0);
        });
        process = desk.system(() -> runtime.startProcessInstanceByKey(
                "application-assist",
                applications.number(applicationId),
                Map.of(
                        "caseId", CASE,
                        "householdId", home.id(),
                        "orgCode", point,
                        "urgency", "NORMAL",
                        "applicationId", applicationId)));
    }

    private void untilAccepted() {
        start(Actors.POINT);
        explainPolicy(LIN, "YES");
        prepare(LIN);
        submit(LIN);
        accept();
    }

    private void explainPolicy(Actor by, String applying) {
        desk.complete("explainPolicy", by, policy(applying));
    }

    private static Map<String, Object> policy(String applying) {
        Map<String, Object> answers = new HashMap<>(
                Map.of("explainedOn", TODAY, "policyCode", "P-MEDICAL", "eligibility", "LIKELY", "applying", applying));
        if ("NO".equals(applying)) {
            answers.put("declineReason", "觉得手续太多");
        }
        return answers;
    }

    private void prepare(Actor by) {
        desk.complete(
                "prepareMaterials",
                by,
                Map.of(
                        "prepared", "YES",
                        "materials", List.of("AUTHORISATION", "MEDICAL_BILLS"),
                        "sharedProofs", List.of("ID_CARD", "HUKOU")));
    }

    private void submit(Actor by) {
        desk.complete(
                "submitToWindow",
                by,
                Map.of("submittedOn", TODAY, "window", "样板街道社区事务受理服务中心", "receiptNumber", "HZ-0001"));
    }

    private void accept() {
        desk.complete("acceptApplication", GU, Map.of("acceptance", "ACCEPTED", "acceptedOn", TODAY));
    }

    private Receipt result(String reference, Result.Kind kind) {
        return results.receive("window", application().number(), new Result(kind, DAY, reference, "经济状况符合"), WINDOW);
    }

    private void explainResult(Actor by, Map<String, Object> more) {
        Map<String, Object> answers = new HashMap<>(more);
        answers.put("explainedOn", TODAY);
        answers.put("method", "VISIT");
        desk.complete("explainResult", by, answers);
    }

    private void putuo() {
        desk.system(() -> {
            register.addUnit(new OrgUnit(PUTUO_STREET, OrgUnit.Kind.STREET, "试策街道", "999901", "putuo", true), DAY);
            register.addUnit(new OrgUnit(PUTUO_POINT, OrgUnit.Kind.POINT, "试策居委", PUTUO_STREET, null, true), null);
            file(PT_CONSULTANT, Position.POINT_CONSULTANT);
            file(PT_LEAD, Position.STATION_LEAD);
            return true;
        });
    }

    private void file(Actor somebody, Position position) {
        register.addConsultant(
                new Consultant(
                        somebody.username(),
                        somebody.displayName(),
                        somebody.orgCode(),
                        position,
                        Consultant.Filing.FILED),
                Occupation.ASSISTANCE_STAFF,
                DAY,
                Optional.empty());
    }

    private static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
        answers.put(key, value);
        return answers;
    }

    private Application application() {
        return desk.system(() -> applications.get(applicationId));
    }

    private Need need() {
        return desk.system(() -> needs.get(application().needId()));
    }

    private List<String> kinds() {
        return desk.system(() -> jdbc.queryForList("select kind from timeline_event order by id", String.class));
    }

    private static void assertInvalid(String field, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting(FieldProblem::field)
                        .contains(field));
    }
}
