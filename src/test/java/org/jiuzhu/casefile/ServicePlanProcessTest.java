package org.jiuzhu.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.Need;
import org.jiuzhu.household.NeedStatus;
import org.jiuzhu.household.Needs;
import org.jiuzhu.household.People;
import org.jiuzhu.lead.Residents;
import org.jiuzhu.lifecycle.LeadAccepted;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

@JiuzhuTest
class ServicePlanProcessTest {

    private static final Actor LIN = Actors.pointConsultant();
    private static final Actor GU = Actors.stationConsultant();

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    CaseRepository cases;

    @Autowired
    PlanRepository plans;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Needs needs;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    JdbcTemplate jdbc;

    AssistanceCase of;
    long care;
    long job;
    long unwanted;
    ProcessInstance process;

    @BeforeEach
    void start() {
        init(engine);
        process = desk.system(() -> {
            Household home = new Residents(people, households).zhao();
            events.publishEvent(
                    new LeadAccepted(1, home.id(), home.headPersonId(), Actors.POINT, Urgency.NORMAL, Instant.EPOCH));
            of = cases.findByHouseholdIdAndClosedAtIsNull(home.id()).orElseThrow();
            care = needs.add(of.id(), home.id(), "LIVING_CARE", "洗澡要人帮", true);
            job = needs.add(of.id(), home.id(), "WORK_JOB", "想找一份活", true);
            unwanted = needs.add(of.id(), home.id(), "SOCIAL_STUDY", "", false);
            return runtime.startProcessInstanceByKey(
                    "service-plan",
                    of.number(),
                    Map.of("caseId", of.id(), "householdId", home.id(), "orgCode", Actors.POINT, "urgency", "NORMAL"));
        });
    }

    @Test
    void anAgreedPlanIsWhatTheNeedsWaitFor() {
        desk.complete("draftServicePlan", GU, draft(referral(care), direct(job)));
        assertThat(process).isWaitingAt("userTask_confirmPlanWithHousehold");
        desk.complete("confirmPlanWithHousehold", LIN, answer("AGREED", null));

        assertThat(process)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_planNeeded",
                        "userTask_draftServicePlan",
                        "userTask_confirmPlanWithHousehold",
                        "endEvent_planAgreed");
        ServicePlan plan = latest();
        assertThat(plan.state()).isEqualTo(PlanState.AGREED);
        assertThat(plan.round()).isOne();
        assertThat(plan.items()).extracting(PlanItem::needId).containsExactly(care, job);
        List<Need> known = desk.system(() -> needs.ofCase(of.id()));
        assertThat(known)
                .extracting(Need::status)
                .containsExactly(NeedStatus.PLANNED, NeedStatus.PLANNED, NeedStatus.OPEN);
        assertThat(known.get(0).planExcerpt()).isEqualTo("每周一次助浴");
    }

    @Test
    void aChangeIsDraftedAgainInTheSameRound() {
        desk.complete("draftServicePlan", GU, draft(referral(care), direct(job)));
        desk.complete("confirmPlanWithHousehold", LIN, answer("CHANGE_WANTED", "希望是女护理员"));

        assertThat(process).isWaitingAt("userTask_draftServicePlan");
        desk.complete("draftServicePlan", GU, draft(referral(care), direct(job)));
        desk.complete("confirmPlanWithHousehold", LIN, answer("AGREED", null));

        assertThat(process).isEnded().hasPassed("endEvent_planAgreed");
        assertThat(latest().round()).isOne();
        assertThat(latest().version()).isEqualTo(2);
    }

    @Test
    void aHouseholdMayRefuse() {
        desk.complete("draftServicePlan", GU, draft(referral(care), direct(job)));
        desk.complete("confirmPlanWithHousehold", LIN, answer("REFUSED", null));

        assertThat(process).isEnded().hasPassed("endEvent_planRefused").hasNotPassed("endEvent_planAgreed");
        assertThat(desk.system(() -> needs.ofCase(of.id())))
                .extracting(Need::status)
                .containsOnly(NeedStatus.OPEN);
    }

    @Test
    void aPlanAnswersEachNeedTheHouseholdWantsHelpWithAndNoOther() {
        assertInvalid(() -> desk.complete("draftServicePlan", GU, draft(referral(care))));
        assertInvalid(
                () -> desk.complete("draftServicePlan", GU, draft(referral(care), direct(job), direct(unwanted))));
        assertThat(process).isWaitingAt("userTask_draftServicePlan");
        assertThat(desk.system(() -> plans.count())).isZero();
    }

    @Test
    void aReferralNeedsWordsForTheProvider() {
        Map<String, String> silent = new HashMap<>(referral(care));
        silent.remove("planExcerpt");

        assertInvalid(() -> desk.complete("draftServicePlan", GU, draft(silent, direct(job))));
    }

    @Test
    void aPlanIsRemindedOfAndALateOneIsSeenByTheStationLead() {
        timers.fire("timer_draftServicePlanReminder");
        timers.fire("timer_draftServicePlanDue");

        assertThat(process)
                .isWaitingAt("userTask_draftServicePlan")
                .hasPassed("serviceTask_remindDraftServicePlan", "serviceTask_escalateDraftServicePlan");
        assertThat(desk.system(() -> jdbc.queryForList(
                        """
                        select o.group_key from work_offer o join work_item w using (task_id)
                        where w.task_key = 'userTask_draftServicePlan'
                        """,
                        String.class)))
                .contains("stationLead:" + Actors.STATION);
    }

    @SafeVarargs
    private static Map<String, Object> draft(Map<String, String>... items) {
        return Map.of("goal", "生活有人照料", "items", new ArrayList<>(List.of(items)));
    }

    private static Map<String, String> referral(long need) {
        return Map.of(
                "needId", String.valueOf(need), "intervention", "REFERRAL", "goal", "每周洗一次澡", "planExcerpt", "每周一次助浴");
    }

    private static Map<String, String> direct(long need) {
        return Map.of("needId", String.valueOf(need), "intervention", "DIRECT_SERVICE", "goal", "陪同去招聘会");
    }

    private static Map<String, String> answer(String answer, String wishes) {
        Map<String, String> answers =
                new HashMap<>(Map.of("explainedOn", "2026-07-06", "answeredBy", "SELF", "planAnswer", answer));
        if (wishes != null) {
            answers.put("wishes", wishes);
        }
        return answers;
    }

    private ServicePlan latest() {
        return desk.system(() ->
                plans.findFirstByCaseIdOrderByRoundDescVersionDesc(of.id()).orElseThrow());
    }

    private static void assertInvalid(Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting(FieldProblem::field)
                        .allMatch(field -> field.startsWith("items")));
    }
}
