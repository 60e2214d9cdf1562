package org.jiuzhu.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.servicerecord.RecordSheets;
import org.jiuzhu.servicerecord.WrittenRecords;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.DataScope.Level;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@JiuzhuTest
class FollowUpProcessTest {

    private static final long CASE = 7;
    private static final Actor GU = Actors.stationConsultant();

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    FollowUps followUps;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    RecordSheets sheets;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    JdbcTemplate jdbc;

    Household household;

    @BeforeEach
    void register() {
        init(engine);
        household = desk.system(() -> households.register(new NewHousehold(
                Actors.POINT,
                "松鹤路 1 弄",
                "2 号 301",
                people.register(new NewPerson(Actors.POINT, "赵示例", "999999195003120026", null))
                        .id())));
    }

    @Test
    void aHouseholdThatIsHelpedIsResolved() {
        ProcessInstance process = start("GENERAL");
        record();
        desk.complete("followUp", GU, answers("DONE", "YES"));

        assertThat(process)
                .isEnded()
                .hasPassedInOrder("startEvent_measuresTaken", "userTask_followUp", "endEvent_followedUp");
        FollowUp followUp = desk.system(() -> followUps.ofCase(CASE).get(0));
        assertThat(followUp.report().resolved()).isTrue();
        assertThat(followUp.report().hazardsCleared()).isEqualTo(Outcome.DONE);
        assertThat(followUp.report().suggestion()).isEqualTo("助浴名额太少");
        assertThat(followUp.followedBy()).isEqualTo("gu.yangban");
    }

    @Test
    void anUnresolvedOneSaysWhatIsStillToDo() {
        ProcessInstance process = start(null);
        record();
        Map<String, Object> answers = answers("NOT_YET", "NO");

        assertInvalid("nextStep", answers);
        answers.put("nextStep", "再联系一家机构");
        desk.complete("followUp", GU, answers);

        assertThat(process).isEnded();
        assertThat(desk.system(() -> followUps.ofCase(CASE).get(0)).report().resolved())
                .isFalse();
    }

    @Test
    void nothingIsResolvedWhileAHazardStands() {
        start("HIGH");
        record();

        assertInvalid("resolved", answers("NOT_YET", "YES"));
    }

    @Test
    void aFollowUpIsNotDoneWithoutAServiceRecord() {
        start("HIGH");

        assertInvalid("serviceRecord", answers("DONE", "YES"));
    }

    @Test
    void aHighRiskHouseholdIsFollowedUpWithinTenWorkdaysOthersWithinThirtyDays() {
        start("HIGH");
        Instant high = due();
        desk.system(() -> {
            runtime.createProcessInstanceQuery().list().forEach(p -> runtime.deleteProcessInstance(p.getId(), "test"));
            return 0;
        });
        start("GENERAL");

        // day 0 is Monday 2026-07-06; a deadline ends at 24:00
        assertThat(high).isEqualTo(Instant.parse("2026-07-20T16:00:00Z"));
        assertThat(due()).isEqualTo(Instant.parse("2026-08-05T16:00:00Z"));
    }

    @Test
    void aFollowUpDueSoonIsRemindedAndALateOneGoesToTheStationLead() {
        ProcessInstance process = start("HIGH");

        timers.fire("timer_followUpReminder");
        assertThat(process).hasPassed("serviceTask_remindFollowUp").isWaitingAt("userTask_followUp");

        timers.fire("timer_followUpDue");
        assertThat(process).hasPassed("serviceTask_escalateFollowUp").isWaitingAt("userTask_followUp");
        assertThat(desk.system(() -> jdbc.queryForList("select group_key from work_offer", String.class)))
                .contains("stationLead:" + Actors.STATION);
    }

    private ProcessInstance start(String tier) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("caseId", CASE);
        variables.put("householdId", household.id());
        variables.put("orgCode", Actors.POINT);
        variables.put("urgency", "NORMAL");
        variables.put("tier", tier);
        return desk.system(() -> runtime.startProcessInstanceByKey("follow-up", "SH-2026-000001", variables));
    }

    private void record() {
        String task = desk.task("followUp");
        new DataScope(Level.STREET, Actors.STATION)
                .run(() -> WrittenRecords.visitBehind(task, "2026-07-06", sheets, GU));
    }

    private Instant due() {
        return desk.system(() -> jdbc.queryForObject("select due_at from work_item", Timestamp.class))
                .toInstant();
    }

    private static Map<String, Object> answers(String hazards, String resolved) {
        return new HashMap<>(Map.of(
                "followedOn", "2026-07-06",
                "method", "VISIT",
                "hazardsCleared", hazards,
                "urgentRelieved", "DONE",
                "servicesDelivered", "PARTLY",
                "householdSays", "现在有人帮忙洗澡了",
                "resolved", resolved,
                "suggestion", "助浴名额太少"));
    }

    private void assertInvalid(String field, Map<String, Object> answers) {
        assertThatThrownBy(() -> desk.complete("followUp", GU, answers))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting("field")
                        .contains(field));
    }
}
