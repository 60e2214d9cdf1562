package org.jiuzhu.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.demo.DemoLibraries;
import org.jiuzhu.demo.Journey;
import org.jiuzhu.demo.Route;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.Intervention;
import org.jiuzhu.household.Need;
import org.jiuzhu.household.NeedStatus;
import org.jiuzhu.household.Needs;
import org.jiuzhu.household.People;
import org.jiuzhu.lead.LeadIntake;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.Residents;
import org.jiuzhu.lead.Tickets;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Answers;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.Timers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The branches of assistance-case between an agreed plan and the follow-up. */
@JiuzhuTest
class CaseMeasuresTest {

    private static final String TODAY = "2026-07-06";
    private static final Actor GU = Actors.stationConsultant();
    private static final Actor LIN = Actors.pointConsultant();
    private static final Actor LU = Actors.stationLead();

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    LeadIntake intake;

    @Autowired
    Journey journey;

    @Autowired
    DemoLibraries libraries;

    @Autowired
    CaseRepository cases;

    @Autowired
    Measures measures;

    @Autowired
    Needs needs;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    TaskHandlers handlers;

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
    }

    @Test
    void eachNeedGoesItsOwnWayAndTheCaseWaitsForAllOfThem() {
        plan(
                Intervention.REFERRAL,
                Intervention.APPLY,
                Intervention.RESOURCE_LINK,
                Intervention.LINE_COORDINATION,
                Intervention.RESOURCE_LINK);
        assertThat(process)
                .isWaitingAt(
                        "callActivity_referral",
                        "callActivity_applicationAssist",
                        "userTask_linkResource",
                        "userTask_coordinateLine");
        assertThat(desk.tasks("linkResource")).hasSize(2);

        link(desk.tasks("linkResource").get(0), "LINKED");
        link(desk.tasks("linkResource").get(0), "LINKED");
        coordinate("AGREED");
        timers.runAsync();
        assertThat(process).isWaitingAt("callActivity_referral").hasNotPassed("callActivity_followUp");

        journey.until(lead, "followUp", Route.APPLIED);
        assertThat(process).hasPassed("gateway_measuresDone").isWaitingAt("callActivity_followUp");
        assertThat(statuses()).containsOnly(NeedStatus.MET);
        assertThat(desk.system(() -> measures.linksOf(caseId()))).hasSize(2);
        assertThat(desk.system(() -> measures.coordinationsOf(caseId())))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.report().department()).isEqualTo("HEALTH");
                    assertThat(line.report().answer()).isEqualTo(LineCoordination.Answer.AGREED);
                });
    }

    @Test
    void directServiceNeedsNoBranch() {
        plan(Intervention.DIRECT_SERVICE);

        assertThat(process).isWaitingAt("callActivity_followUp");
        assertThat(desk.openKeys()).containsExactly("userTask_followUp");
    }

    @Test
    void aResourceThatIsNotAvailableComesBackToThePlanWithItsReason() {
        plan(Intervention.RESOURCE_LINK);
        link(desk.task("linkResource"), "UNAVAILABLE");
        timers.runAsync();

        assertThat(process).hasNotPassed("callActivity_followUp").isWaitingAt("callActivity_servicePlan");
        assertThat(labels("draftServicePlan")).singleElement().asString().contains("这个月的名额已经用完");
        assertThat(kinds()).contains("case.resourceUNAVAILABLE");

        draft(Intervention.DIRECT_SERVICE);
        assertThat(process).isWaitingAt("callActivity_followUp");
    }

    @Test
    void aDepartmentThatRefusesComesBackToThePlanWithItsReason() {
        plan(Intervention.LINE_COORDINATION);
        coordinate("REFUSED");
        timers.runAsync();

        assertThat(process).isWaitingAt("callActivity_servicePlan");
        assertThat(labels("draftServicePlan")).singleElement().asString().contains("不在服务范围");
    }

    @Test
    void anAnswerIsNotOlderThanItsRequest() {
        plan(Intervention.LINE_COORDINATION);
        Map<String, Object> answers = line("AGREED");
        answers.put("answeredOn", "2026-07-03");

        assertInvalid("answeredOn", () -> desk.complete("coordinateLine", GU, answers));
        answers.put("answeredOn", "2026-07-07");
        assertInvalid("answeredOn", () -> desk.complete("coordinateLine", GU, answers));
    }

    @Test
    void whatComesToNothingTwiceGoesToAConference() {
        plan(Intervention.RESOURCE_LINK);
        link(desk.task("linkResource"), "UNAVAILABLE");
        timers.runAsync();
        draft(Intervention.RESOURCE_LINK);
        link(desk.task("linkResource"), "UNAVAILABLE");
        timers.runAsync();

        assertThat(process).isWaitingAt("callActivity_caseConference").hasNotPassed("callActivity_followUp");
    }

    @Test
    void aResourceThatAConferenceDecidesOnIsLinkedByTheSameStep() {
        journey.until(lead, "recordConference", Route.DECLINED_TWICE);
        process = process();
        String resource = desk.system(() -> jdbc.queryForObject(
                "select id::text from library_entry where library = 'RESOURCE' and coalesce(street_code, '999901005') = '999901005' order by id limit 1",
                String.class));
        desk.complete("recordConference", LU, Answers.decides(TODAY, "RESOURCE_LINK", "resourceId", resource));
        timers.runAsync();

        assertThat(process).isWaitingAt("userTask_linkResource").hasNotPassed("callActivity_followUp");
        assertThat(prefill("linkResource")).containsEntry("resourceId", resource);
        link(desk.task("linkResource"), "LINKED");
        timers.runAsync();
        assertThat(process).isWaitingAt("callActivity_followUp");
        assertThat(statuses()).containsOnly(NeedStatus.MET);
    }

    @Test
    void aRefusedApplicationMayComeBackToThePlan() {
        journey.until(lead, "draftServicePlan", Route.APPLIED);
        process = process();
        draft(Intervention.APPLY);
        journey.toTheEnd(lead, Route.UNDECIDED);
        String number = desk.system(() -> jdbc.queryForObject("select number from application", String.class));
        desk.system(() -> {
            jdbc.update(
                    "update application set status = 'DECIDED', result = 'REFUSED', decided_on = ?::date,"
                            + " result_reference = 'R-1'",
                    TODAY);
            runtime.createMessageCorrelation("ApplicationResult")
                    .processInstanceBusinessKey(number)
                    .correlate();
            return true;
        });
        desk.complete(
                "explainResult",
                LIN,
                Map.of(
                        "explainedOn", TODAY,
                        "method", "VISIT",
                        "appealTold", "YES",
                        "nextStep", "PLAN_AGAIN",
                        "planAgainReason", "收入略高于标准"));
        timers.runAsync();

        assertThat(process).isWaitingAt("callActivity_servicePlan");
        assertThat(labels("draftServicePlan")).singleElement().asString().contains("收入略高于标准");
    }

    /** A plan with as many needs as measures, agreed by the household. */
    private void plan(Intervention... measuresOfEach) {
        journey.until(lead, "draftServicePlan", Route.APPLIED);
        process = process();
        desk.system(() -> {
            for (int n = 1; n < measuresOfEach.length; n++) {
                needs.add(caseId(), home.id(), "SOCIAL_COUNSELLING", "说起过", true);
            }
            return true;
        });
        draft(measuresOfEach);
    }

    private void draft(Intervention... measuresOfEach) {
        List<Need> open = desk.system(() -> needs.ofCase(caseId()).stream()
                .filter(need -> !need.isSettled())
                .toList());
        List<Map<String, Object>> items = new ArrayList<>();
        for (int n = 0; n < open.size(); n++) {
            Map<String, Object> item = new HashMap<>();
            item.put("needId", String.valueOf(open.get(n).id()));
            item.put("intervention", measuresOfEach[n].name());
            item.put("goal", "有人定期上门");
            if (measuresOfEach[n] == Intervention.REFERRAL) {
                item.put("planExcerpt", Answers.EXCERPT);
            }
            items.add(item);
        }
        desk.complete("draftServicePlan", GU, Map.of("goal", "日子安稳", "items", items));
        desk.complete(
                "confirmPlanWithHousehold",
                LIN,
                Map.of("explainedOn", TODAY, "answeredBy", "SELF", "planAnswer", "AGREED"));
        timers.runAsync();
    }

    private void link(String taskId, String outcome) {
        Map<String, Object> answers = new HashMap<>();
        answers.put(
                "resourceId",
                desk.system(() -> jdbc.queryForObject(
                        "select id::text from library_entry where library = 'RESOURCE' and coalesce(street_code, '999901005') = '999901005' order by id limit 1",
                        String.class)));
        answers.put("linkedOn", TODAY);
        answers.put("linkOutcome", outcome);
        answers.put("LINKED".equals(outcome) ? "arrangement" : "unavailableReason", "这个月的名额已经用完");
        desk.completeTask(taskId, GU, answers);
    }

    private void coordinate(String answer) {
        desk.complete("coordinateLine", GU, line(answer));
    }

    private static Map<String, Object> line(String answer) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "department", "HEALTH",
                "askedOn", TODAY,
                "request", "请安排家庭病床",
                "lineAnswer", answer,
                "answeredOn", TODAY));
        answers.put("AGREED".equals(answer) ? "arrangement" : "refusalReason", "不在服务范围");
        return answers;
    }

    @SuppressWarnings("unchecked")
    private List<String> labels(String function) {
        return ((List<Map<String, String>>) prefill(function).get("needs"))
                .stream().map(option -> option.get("label")).toList();
    }

    private Map<String, Object> prefill(String function) {
        String taskId = desk.task(function);
        return desk.system(() -> handlers.of("userTask_" + function)
                .prefill(new TaskContext(taskId, "userTask_" + function, "", null, tasks.getVariables(taskId))));
    }

    private List<NeedStatus> statuses() {
        return desk.system(
                () -> needs.ofCase(caseId()).stream().map(Need::status).toList());
    }

    private List<String> kinds() {
        return desk.system(() -> jdbc.queryForList("select kind from timeline_event", String.class));
    }

    private long caseId() {
        return known().id();
    }

    private ProcessInstance process() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(known().number(), "assistance-case")
                .singleResult();
    }

    private AssistanceCase known() {
        return desk.system(() -> cases.findByHouseholdIdOrderByIdDesc(home.id()).get(0));
    }

    private static void assertInvalid(String field, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting(FieldProblem::field)
                        .contains(field));
    }
}
