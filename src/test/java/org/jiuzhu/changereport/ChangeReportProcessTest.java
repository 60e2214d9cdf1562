package org.jiuzhu.changereport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.ChangeSeverity;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.MajorChange;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.lifecycle.CircumstancesChanged;
import org.jiuzhu.lifecycle.LeadAccepted;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.DataScope.Level;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.Timers;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.timeline.TimelineEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@JiuzhuTest
@RecordApplicationEvents
class ChangeReportProcessTest {

    private static final DataScope POINT = new DataScope(Level.POINT, Actors.POINT);
    private static final Actor LIN = Actors.pointConsultant();
    private static final Actor BLOCK_LEADER = Actors.at("yu.xinxi", "于信息", Actors.POINT, "informant");
    private static final String ID = "999999195003120026";

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ChangeIntake intake;

    @Autowired
    ChangeDesk reports;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Timeline timeline;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    ApplicationEvents events;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    JdbcTemplate jdbc;

    Household home;
    long person;

    @BeforeEach
    void register() {
        init(engine);
        home = desk.system(() -> {
            person = people.register(new NewPerson(
                            Actors.POINT,
                            "赵示例",
                            ID,
                            "13800000026",
                            null,
                            null,
                            PersonDetails.of(Set.of(AssistanceCategory.MARGINAL))))
                    .id();
            return households.register(new NewHousehold(Actors.POINT, "样板路 88 弄", "12 号 301 室", person));
        });
    }

    @Test
    void aChangeThatHoldsIsRecordedAndRaisesTheTier() {
        ProcessInstance process = report("form-1", false);
        desk.complete("assessChange", LIN, holds("ACCIDENT", "NO", "RECORD_ONLY"));

        assertThat(process)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_changeReported",
                        "userTask_assessChange",
                        "serviceTask_recordChange",
                        "endEvent_recorded");
        Assertions.assertThat(desk.system(() -> people.changesOf(person)))
                .extracting(
                        MajorChange::kind,
                        MajorChange::happenedOn,
                        MajorChange::severity,
                        MajorChange::note,
                        MajorChange::recordedBy)
                .containsExactly(tuple(
                        ChangeKind.ACCIDENT,
                        LocalDate.parse("2026-07-03"),
                        ChangeSeverity.NOTABLE,
                        "摔伤住院，家里没有别的收入。",
                        "lin.shiyong"));
        ChangeReport report = latest();
        Assertions.assertThat(report.state()).isEqualTo(ReportState.CONFIRMED);
        Assertions.assertThat(report.tierBefore() + " " + report.tierAfter()).isEqualTo("GENERAL HIGH");
        Assertions.assertThat(kinds()).contains("change.reported", "change.recorded", "change.tier");
        Assertions.assertThat(events.stream(CircumstancesChanged.class))
                .containsExactly(new CircumstancesChanged(home.id(), person, "ACCIDENT", false));
    }

    @Test
    void aChangeOfIncomeIsRecordedAndLeavesTheTier() {
        report("form-1", false);
        desk.complete("assessChange", LIN, holds("INCOME", "NO", "RECORD_ONLY"));

        Assertions.assertThat(latest().tierAfter()).isEqualTo("GENERAL");
        Assertions.assertThat(kinds()).doesNotContain("change.tier");
    }

    @Test
    void whatDoesNotHoldLeavesNothingBehind() {
        ProcessInstance process = report("form-1", false);
        desk.complete(
                "assessChange",
                LIN,
                Map.of("lookedOn", "2026-07-06", "method", "PHONE", "holds", "NO", "findings", "电话里说一切都好。"));

        assertThat(process).isEnded().hasPassed("endEvent_notSo").hasNotPassed("serviceTask_recordChange");
        Assertions.assertThat(desk.system(() -> people.changesOf(person))).isEmpty();
        Assertions.assertThat(latest().state()).isEqualTo(ReportState.NOT_SO);
        Assertions.assertThat(events.stream(CircumstancesChanged.class)).isEmpty();
    }

    @Test
    void anAlertWithoutACaseBecomesAnUrgentLead() {
        ProcessInstance process = report("form-1", true);
        assertInvalid("nextStep", holds("SUDDEN_EVENT", "YES", "RECORD_ONLY"));
        assertInvalid("nextStep", holds("SUDDEN_EVENT", "YES", "TELL_CASE"));
        desk.complete("assessChange", LIN, holds("SUDDEN_EVENT", "YES", "NEW_LEAD"));

        assertThat(process).isEnded().hasPassedInOrder("serviceTask_recordChange", "serviceTask_handInLead");
        Assertions.assertThat(leads())
                .containsExactly(Map.of("number", latest().leadNumber(), "urgency", "URGENT", "person_id", person));
        Assertions.assertThat(kinds()).contains("change.handedIn");
    }

    @Test
    void aCaseInHandIsToldAndNoLeadIsMade() {
        long case_ = openCase();
        report("form-1", true);
        assertInvalid("nextStep", holds("SERIOUS_ILLNESS", "YES", "NEW_LEAD"));
        desk.complete("assessChange", LIN, holds("SERIOUS_ILLNESS", "YES", "TELL_CASE"));

        Assertions.assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("change-report")
                        .count())
                .isZero();
        Assertions.assertThat(events.stream(CircumstancesChanged.class))
                .containsExactly(new CircumstancesChanged(home.id(), person, "SERIOUS_ILLNESS", true));
        Assertions.assertThat(leads()).isEmpty();
        Assertions.assertThat(desk.system(() -> timeline.ofCase(case_, List.of(), 20)))
                .extracting(TimelineEvent::kind)
                .contains("change.recorded");
    }

    @Test
    void theSameReportTwiceIsOneReport() {
        report("form-1", false);
        Answered again = tell("form-1", false);

        Assertions.assertThat(again).isEqualTo(new Answered.Taken(latest().number(), true));
        Assertions.assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(1);
        Assertions.assertThat(kinds()).containsExactly("change.reported");
    }

    @Test
    void theSameChangeToldBySomebodyElseChangesNothingTheSecondTime() {
        report("form-1", false);
        desk.complete("assessChange", LIN, holds("ACCIDENT", "NO", "RECORD_ONLY"));
        events.clear();
        report("form-2", false);
        desk.complete("assessChange", LIN, holds("ACCIDENT", "NO", "RECORD_ONLY"));

        Assertions.assertThat(desk.system(() -> people.changesOf(person))).hasSize(1);
        Assertions.assertThat(latest().news()).isFalse();
        Assertions.assertThat(kinds()).contains("change.known");
        Assertions.assertThat(events.stream(CircumstancesChanged.class)).isEmpty();
    }

    @Test
    void somebodyUnknownIsAskedAboutAndNothingIsKept() {
        Assertions.assertThat(POINT.call(() -> intake.fromConsultant(about("某某某", null), LIN)))
                .isEqualTo(new Answered.Unclear(List.of()));
        Assertions.assertThat(runtime.createProcessInstanceQuery().count()).isZero();

        POINT.run(() -> intake.asLead(about("某某某", null), LIN));
        Assertions.assertThat(leads()).hasSize(1);
    }

    @Test
    void aNameAloneIsAQuestionAndAnIdentityNumberAnAnswer() {
        Assertions.assertThat(POINT.call(() -> intake.fromConsultant(about("赵示例", null), LIN)))
                .isInstanceOfSatisfying(Answered.Unclear.class, unclear -> Assertions.assertThat(unclear.candidates())
                        .extracting("id")
                        .containsExactly(person));
        Assertions.assertThat(POINT.call(() -> intake.fromConsultant(about(null, ID), LIN)))
                .isInstanceOf(Answered.Taken.class);
    }

    @Test
    void anInformantsReportIsAReportOrALeadWithoutAskingBack() {
        DataScope nothing = DataScope.NOTHING;
        Assertions.assertThat(nothing.call(() -> intake.fromOutside(about("赵示例", null), BLOCK_LEADER)))
                .isInstanceOf(Answered.AsLead.class);
        Assertions.assertThat(nothing.call(() -> intake.fromOutside(about(null, ID), BLOCK_LEADER)))
                .isInstanceOf(Answered.Taken.class);
    }

    @Test
    void daysThatCannotBeAreNamed() {
        assertThatThrownBy(() -> POINT.run(() -> intake.fromConsultant(
                        new NewChangeReport(
                                "x",
                                person,
                                null,
                                null,
                                null,
                                null,
                                ChangeKind.OTHER,
                                LocalDate.parse("2026-07-07"),
                                " ",
                                false),
                        LIN)))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> Assertions.assertThat(invalid.problems())
                        .extracting("field")
                        .containsExactlyInAnyOrder("story", "happenedOn"));
        report("form-1", false);
        Map<String, Object> tomorrow = holds("ACCIDENT", "NO", "RECORD_ONLY");
        tomorrow.put("lookedOn", "2026-07-07");
        tomorrow.put("happenedOn", "1950-03-11");
        assertInvalid("lookedOn", tomorrow);
        assertInvalid("happenedOn", tomorrow);
    }

    @Test
    void anAlertIsDueInFourWorkingHoursAnythingElseInThreeWorkdays() {
        report("form-1", true);
        // reported at 9:30
        Assertions.assertThat(due()).isCloseTo(Instant.parse("2026-07-06T05:30:00Z"), within(5, ChronoUnit.MINUTES));
        desk.complete("assessChange", LIN, holds("OTHER", "NO", "RECORD_ONLY"));
        report("form-2", false);
        Assertions.assertThat(due()).isEqualTo(Instant.parse("2026-07-09T16:00:00Z"));
    }

    @Test
    void aReportDueSoonIsRemindedAndALateOneGoesToTheStationLead() {
        ProcessInstance process = report("form-1", false);

        timers.fire("timer_assessChangeReminder");
        assertThat(process).hasPassed("serviceTask_remindAssessChange").isWaitingAt("userTask_assessChange");
        timers.fire("timer_assessChangeDue");
        assertThat(process).hasPassed("serviceTask_escalateAssessChange").isWaitingAt("userTask_assessChange");
        Assertions.assertThat(desk.system(() -> jdbc.queryForList("select group_key from work_offer", String.class)))
                .contains("stationLead:" + Actors.STATION);
    }

    private ProcessInstance report(String ref, boolean cannotWait) {
        Answered.Taken taken = (Answered.Taken) tell(ref, cannotWait);
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(taken.number())
                .singleResult();
    }

    private Answered tell(String ref, boolean cannotWait) {
        return POINT.call(() -> intake.fromConsultant(
                new NewChangeReport(
                        ref, person, null, null, null, null, ChangeKind.ACCIDENT, null, "邻居说摔了一跤，住院了。", cannotWait),
                LIN));
    }

    private static NewChangeReport about(String name, String idNumber) {
        return new NewChangeReport(
                "by-" + name + idNumber, null, name, idNumber, null, null, ChangeKind.OTHER, null, "家里起火了。", false);
    }

    private long openCase() {
        desk.system(() -> {
            publisher.publishEvent(new LeadAccepted(
                    7, home.id(), person, Actors.POINT, Urgency.NORMAL, Instant.parse("2026-07-06T01:00:00Z")));
            return 0;
        });
        events.clear();
        return desk.system(() -> jdbc.queryForObject("select id from assistance_case", Long.class));
    }

    private ChangeReport latest() {
        return desk.system(() -> {
            Long id = jdbc.queryForObject("select max(id) from change_report", Long.class);
            return reports.get(id);
        });
    }

    private List<String> kinds() {
        return desk.system(() -> timeline.ofHousehold(home.id(), 50)).stream()
                .map(TimelineEvent::kind)
                .toList();
    }

    private List<Map<String, Object>> leads() {
        return desk.system(() -> jdbc.queryForList("select number, urgency, person_id from lead"));
    }

    private Instant due() {
        return desk.system(() -> jdbc.queryForObject("select due_at from work_item", Timestamp.class))
                .toInstant();
    }

    private static Map<String, Object> holds(String kind, String alert, String nextStep) {
        return new HashMap<>(Map.of(
                "lookedOn", "2026-07-06",
                "method", "VISIT",
                "holds", "YES",
                "findings", "摔伤住院，家里没有别的收入。",
                "kind", kind,
                "happenedOn", "2026-07-03",
                "severity", "NOTABLE",
                "alert", alert,
                "nextStep", nextStep));
    }

    private void assertInvalid(String field, Map<String, Object> answers) {
        assertThatThrownBy(() -> desk.complete("assessChange", LIN, answers))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> Assertions.assertThat(invalid.problems())
                        .extracting("field")
                        .contains(field));
    }
}
