package org.jiuzhu.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.jiuzhu.lead.Tickets.HOTLINE;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.lifecycle.ActiveCases;
import org.jiuzhu.lifecycle.CaseClosed;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

@JiuzhuTest
class LeadIntakeProcessTest {

    private static final Actor LIN = Actors.pointConsultant();
    private static final Actor HE = Actors.pointLead();
    private static final Actor GU = Actors.stationConsultant();

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    LeadIntake intake;

    @Autowired
    LeadRepository leads;

    @Autowired
    LeadReplies replies;

    @Autowired
    ActiveCases cases;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationEventPublisher events;

    Residents residents;
    ProcessInstance process;

    @BeforeEach
    void prepare() {
        init(engine);
        residents = new Residents(people, households);
    }

    @Test
    void aTicketAboutSomebodyNewBecomesACase() {
        Lead lead = report(ticket("1", Tickets.named("赵示例", null, Actors.POINT)));
        triageNew(GU, "赵示例", Residents.ZHAO_ID);
        assertThat(process).isWaitingAt("serviceTask_openCase");
        timers.runAsync();

        assertThat(process)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_leadReported",
                        "serviceTask_matchLead",
                        "ruleTask_leadPriority",
                        "ruleTask_leadRoute",
                        "ruleTask_leadReply",
                        "userTask_triageLead",
                        "serviceTask_openCase",
                        "serviceTask_replyCaseOpened",
                        "endEvent_caseOpened");
        assertThat(process).hasNotPassed("userTask_reviewDuplicate", "userTask_emergencyResponse");
        Lead opened = read(lead);
        assertThat(opened.state()).isEqualTo(LeadState.CASE_OPENED);
        assertThat(desk.system(() -> people.byIdNumber(Residents.ZHAO_ID))).isPresent();
        assertThat(desk.system(() -> cases.of(opened.householdId()))).isPresent();
        assertThat(desk.openKeys()).containsExactly("userTask_verifyLead");
        assertThat(answers(lead)).containsExactly(ReplyKind.CASE_OPENED);
    }

    @Test
    void somebodyKnownByIdentityNumberNeedsNoReview() {
        Household home = desk.system(residents::zhao);
        Lead lead = report(ticket("2", Tickets.named("赵示例", Residents.ZHAO_ID, null)));

        assertThat(process).isWaitingAt("userTask_triageLead");
        assertThat(read(lead).match()).isEqualTo(Match.CERTAIN);
        assertThat(read(lead).householdId()).isEqualTo(home.id());
    }

    @Test
    void aFurtherLeadIsLinkedToTheCaseInHand() {
        Household home = openCase();
        String caseId = desk.system(
                () -> String.valueOf(cases.of(home.id()).orElseThrow().caseId()));
        Lead lead = report(ticket("3", Tickets.named("赵示例", Residents.ZHAO_ID, null)));
        desk.complete(
                "triageLead",
                GU,
                Map.of("danger", "NO", "triage", "LINK_TO_CASE", "caseId", caseId, "reason", "同一户，正在办理"));

        assertThat(process)
                .isEnded()
                .hasPassedInOrder(
                        "userTask_triageLead", "serviceTask_linkToCase", "serviceTask_replyLinked", "endEvent_linked");
        assertThat(read(lead).state()).isEqualTo(LeadState.LINKED);
        assertThat(count("case_lead")).isEqualTo(2);
        assertThat(count("assistance_case")).isOne();
    }

    @Test
    void somebodyOfTheSameNameAndTelephoneIsLookedAtFirst() {
        Household home = desk.system(residents::zhao);
        Lead lead = report(ticket("4", new Said("赵示例", null, "13800000193", Actors.POINT, null, null, null)));
        assertThat(process).isWaitingAt("userTask_reviewDuplicate");

        desk.complete(
                "reviewDuplicate",
                GU,
                Map.of("duplicate", "YES", "personId", String.valueOf(home.headPersonId()), "reason", "电话核对是本人"));

        assertThat(process).isWaitingAt("userTask_triageLead").hasPassed("userTask_reviewDuplicate");
        assertThat(read(lead).personId()).isEqualTo(home.headPersonId());
        assertThat(read(lead).householdId()).isEqualTo(home.id());
    }

    @Test
    void somebodyOfTheSameNameMayBeSomebodyElse() {
        desk.system(residents::zhao);
        Lead lead = report(ticket("5", new Said("赵示例", null, "13800000193", Actors.POINT, null, null, null)));
        desk.complete("reviewDuplicate", GU, Map.of("duplicate", "NO", "reason", "年龄不符"));

        assertThat(process).isWaitingAt("userTask_triageLead");
        assertThat(read(lead).personId()).isNull();
        triageNew(GU, "赵示例", null);
        timers.runAsync();
        assertThat(process).isEnded();
        assertThat(count("household")).isEqualTo(2);
    }

    @Test
    void anEmergencyIsAnsweredBeforeItIsTriaged() {
        Lead lead = report(Tickets.lead(
                LeadSource.HOTLINE_12345,
                "6",
                "煤气味很重",
                Tickets.named("李虚构", null, Actors.POINT),
                new Safety(true, null, null, null)));
        assertThat(process).isWaitingAt("userTask_emergencyResponse");

        desk.complete(
                "emergencyResponse",
                HE,
                Map.of("actions", List.of("CALLED_110", "WENT_THERE"), "situation", "已关阀通风", "safeNow", "YES"));

        assertThat(process)
                .isWaitingAt("userTask_triageLead")
                .hasPassedInOrder("ruleTask_leadReply", "userTask_emergencyResponse");
        assertThat(read(lead).route()).isEqualTo("triageEmergency");
    }

    @Test
    void whatIsNotOursIsTransferredAndTheSourceIsToldWhere() {
        Lead lead = report(ticket("7", Tickets.named("钱演示", null, null)));
        triage(GU, "TRANSFER");
        desk.complete(
                "transferLead",
                GU,
                Map.of("department", "MEDICAL_INSURANCE", "transferredOn", "2026-07-06", "transferNote", "异地就医备案"));

        assertThat(process)
                .isEnded()
                .hasPassedInOrder("userTask_transferLead", "serviceTask_replyTransferred", "endEvent_transferred");
        assertThat(read(lead).state()).isEqualTo(LeadState.TRANSFERRED);
        assertThat(desk.system(() -> replies.of(lead.id())))
                .singleElement()
                .satisfies(answer -> assertThat(answer.argumentKey()).isEqualTo("lead.department.MEDICAL_INSURANCE"));
    }

    @Test
    void nothingIsTransferredTomorrow() {
        report(ticket("8", Tickets.named("钱演示", null, null)));
        triage(GU, "TRANSFER");

        assertInvalid(
                "transferredOn",
                () -> desk.complete(
                        "transferLead",
                        GU,
                        Map.of("department", "HEALTH", "transferredOn", "2026-07-07", "transferNote", "转送")));
        assertThat(process).isWaitingAt("userTask_transferLead");
    }

    @Test
    void aQuestionIsAnswered() {
        Lead lead = report(ticket("9", new Said("孙虚构", null, null, Actors.POINT, null, null, null)));
        triage(GU, "ENQUIRY");
        desk.complete(
                "answerEnquiry", LIN, Map.of("answeredOn", "2026-07-06", "method", "PHONE", "answer", "说明了临时救助的条件"));

        assertThat(process)
                .isEnded()
                .hasPassedInOrder("userTask_answerEnquiry", "serviceTask_replyAnswered", "endEvent_answered");
        assertThat(answers(lead)).containsExactly(ReplyKind.ANSWERED);
    }

    @Test
    void whatIsUnfoundedIsConfirmedByTheHeadOfThePoint() {
        Lead lead = report(ticket("10", new Said("周虚例", null, null, Actors.POINT, null, null, null)));
        triage(GU, "UNFOUNDED");
        desk.complete("confirmUnfounded", HE, Map.of("unfounded", "YES", "reason", "两次上门，情况不属实"));

        assertThat(process)
                .isEnded()
                .hasPassedInOrder("userTask_confirmUnfounded", "serviceTask_replyUnfounded", "endEvent_unfounded");
        assertThat(read(lead).state()).isEqualTo(LeadState.UNFOUNDED);
    }

    @Test
    void whatMayBeTrueAfterAllGoesBackToTriage() {
        Lead lead = report(ticket("11", new Said("周虚例", null, null, Actors.POINT, null, null, null)));
        triage(GU, "UNFOUNDED");
        desk.complete("confirmUnfounded", HE, Map.of("unfounded", "NO", "reason", "邻居说确有其事"));

        assertThat(process).isWaitingAt("userTask_triageLead").hasNotPassed("serviceTask_replyUnfounded");
        assertThat(read(lead).state()).isEqualTo(LeadState.RECEIVED);
        assertThat(answers(lead)).isEmpty();
    }

    @Test
    void aDangerFoundAtTriageRaisesTheUrgency() {
        Lead lead = report(ticket("12", Tickets.named("吴假名", null, Actors.POINT)));
        Map<String, Object> answers = new HashMap<>(newHousehold("吴假名", null));
        answers.put("danger", "YES");
        desk.complete("triageLead", GU, answers);

        assertThat(read(lead).urgency()).isEqualTo(Urgency.EMERGENCY);
        timers.runAsync();
        assertThat(desk.<Integer>system(() -> jdbc.queryForObject("select urgency from work_item", Integer.class)))
                .isEqualTo(Urgency.EMERGENCY.ordinal());
    }

    @Test
    void aBadChecksumIsSaidAtTheFieldAndNothingIsRegistered() {
        report(ticket("13", Tickets.named("赵示例", null, Actors.POINT)));

        assertInvalid("idNumber", () -> triageNew(GU, "赵示例", "999999195003120020"));
        assertThat(process).isWaitingAt("userTask_triageLead");
        assertThat(count("person")).isZero();
    }

    @Test
    void triageIsRemindedOfAndALateOneIsSeenByTheStationLead() {
        report(ticket("14", Tickets.named("赵示例", null, Actors.POINT)));
        timers.fire("timer_triageLeadReminder");
        timers.fire("timer_triageLeadDue");

        assertThat(process)
                .isWaitingAt("userTask_triageLead")
                .hasPassed("serviceTask_remindTriageLead", "serviceTask_escalateTriageLead");
        assertThat(clock.now().truncatedTo(ChronoUnit.SECONDS)).isEqualTo(Instant.parse("2026-07-07T16:00:00Z"));
        assertThat(desk.system(() -> jdbc.queryForList("select group_key from work_offer", String.class)))
                .contains("stationLead:" + Actors.STATION);
    }

    /** Scenario 12 of the domain: the hotline, a push and an informant within two hours, one of them without an ID. */
    @Test
    void threeChannelsMakeOneCaseWithThreeSourcesAndThreeAnswers() {
        Lead hotline = report(ticket("15", Tickets.named("蒋重复", "99999919930314014X", Actors.POINT)));
        clock.set("2026-07-06T10:30:00");
        Lead push = report(Tickets.lead(
                LeadSource.PUSH,
                "p-15",
                "因病致贫预警",
                Tickets.named("蒋重复", "99999919930314014x", Actors.POINT),
                new Safety(false, null, true, null)));
        clock.set("2026-07-06T11:15:00");
        Lead informant = report(Tickets.about(LeadSource.INFORMANT, Tickets.named("蒋重复", null, Actors.POINT)));

        List<String> open = desk.tasks("triageLead");
        desk.completeTask(open.get(0), GU, newHousehold("蒋重复", "99999919930314014X"));
        desk.completeTask(open.get(1), GU, newHousehold("蒋重复", "99999919930314014X"));
        timers.runAsync();
        String home = String.valueOf(read(hotline).householdId());
        desk.completeTask(open.get(2), LIN, newHousehold("蒋重复", "99999919930314014X"));
        timers.runAsync();

        assertThat(count("assistance_case")).isOne();
        assertThat(count("person")).isOne();
        assertThat(count("case_lead")).isEqualTo(3);
        assertThat(String.valueOf(read(informant).householdId())).isEqualTo(home);
        Map<String, Object> row = desk.system(() -> jdbc.queryForMap("select * from assistance_case"));
        assertThat(row.get("urgency")).isEqualTo("URGENT");
        assertThat(((java.sql.Timestamp) row.get("received_at")).toInstant())
                .isEqualTo(read(hotline).receivedAt());

        List<Long> ids = List.of(hotline.id(), push.id(), informant.id());
        desk.system(() -> {
            events.publishEvent(new CaseClosed(
                    (Long) row.get("id"), (String) row.get("number"), Long.parseLong(home), ids, "RESOLVED"));
            return true;
        });
        assertThat(ids).allSatisfy(id -> assertThat(desk.system(() -> replies.of(id)))
                .extracting(Answer::kind)
                .containsExactly(ReplyKind.CASE_OPENED, ReplyKind.CASE_CLOSED));
        assertThat(read(push).state()).isEqualTo(LeadState.CLOSED);
    }

    private Household openCase() {
        Household home = desk.system(residents::zhao);
        report(ticket("0", Tickets.named("赵示例", Residents.ZHAO_ID, null)));
        desk.complete(
                "triageLead",
                GU,
                Map.of(
                        "danger",
                        "NO",
                        "triage",
                        "OPEN_CASE",
                        "householdId",
                        String.valueOf(home.id()),
                        "reason",
                        "需要上门核实"));
        timers.runAsync();
        return home;
    }

    private Lead report(NewLead lead) {
        LeadReceipt receipt = intake.receive(lead, HOTLINE);
        process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(receipt.number(), "lead-intake")
                .singleResult();
        return desk.system(() -> leads.findByNumber(receipt.number()).orElseThrow());
    }

    private static NewLead ticket(String ref, Said said) {
        return Tickets.lead(LeadSource.HOTLINE_12345, ref, "老人独居，近来吃饭没有着落。", said, Safety.UNKNOWN);
    }

    private void triage(Actor by, String decision) {
        desk.complete("triageLead", by, Map.of("danger", "NO", "triage", decision, "reason", "与来电人通话"));
    }

    private void triageNew(Actor by, String name, String idNumber) {
        desk.complete("triageLead", by, newHousehold(name, idNumber));
    }

    private static Map<String, Object> newHousehold(String name, String idNumber) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "danger",
                "NO",
                "triage",
                "OPEN_CASE",
                "householdId",
                "NEW",
                "personName",
                name,
                "pointCode",
                Actors.POINT,
                "reason",
                "情况属实的可能大"));
        if (idNumber != null) {
            answers.put("idNumber", idNumber);
        }
        return answers;
    }

    private Lead read(Lead lead) {
        return desk.system(() -> leads.findById(lead.id()).orElseThrow());
    }

    private List<ReplyKind> answers(Lead lead) {
        return desk.system(() -> replies.of(lead.id())).stream()
                .map(Answer::kind)
                .toList();
    }

    private int count(String table) {
        return desk.system(() -> jdbc.queryForObject("select count(*) from " + table, Integer.class));
    }

    private static void assertInvalid(String field, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting(FieldProblem::field)
                        .containsExactly(field));
    }
}
