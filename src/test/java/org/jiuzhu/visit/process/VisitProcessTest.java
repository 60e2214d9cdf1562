package org.jiuzhu.visit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.jiuzhu.visit.Visits.explained;
import static org.jiuzhu.visit.Visits.found;
import static org.jiuzhu.visit.Visits.met;
import static org.jiuzhu.visit.Visits.notGoing;
import static org.jiuzhu.visit.Visits.notHome;
import static org.jiuzhu.visit.Visits.refused;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Standings;
import org.jiuzhu.network.Network;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.servicerecord.RecordSheets;
import org.jiuzhu.servicerecord.Sheets;
import org.jiuzhu.servicerecord.WrittenRecords;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.DataScope.Level;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.jiuzhu.visit.VisitReport;
import org.jiuzhu.visit.VisitReport.Told;
import org.jiuzhu.visit.VisitReports;
import org.jiuzhu.visit.VisitWindows;
import org.jiuzhu.visit.VisitWindows.Stored;
import org.jiuzhu.visit.Visits;
import org.jiuzhu.visit.WindowSettled.As;
import org.jiuzhu.workflow.Holds;
import org.jiuzhu.workflow.Rerouting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** July 2026 in 松鹤街道: the window ends on 1 August 00:00, a Saturday. */
@JiuzhuTest
@Import(Visits.class)
class VisitProcessTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 6);
    private static final Actor LIN = Actors.pointConsultant();
    private static final Actor XU = Actors.at("xu.moban", "许模板", Actors.POINT, "pointConsultant");
    private static final Actor HE = Actors.pointLead();
    private static final Actor LU = Actors.stationLead();
    private static final Actor SONG =
            Actors.at("song.yanshi", "宋演示", DemoNetwork.SONGTAO, "pointLead", "pointConsultant");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Visits visits;

    @Autowired
    VisitWindows windows;

    @Autowired
    VisitReports reports;

    @Autowired
    RecordSheets sheets;

    @Autowired
    Homes homes;

    @Autowired
    Standings standings;

    @Autowired
    Network network;

    @Autowired
    Rerouting rerouting;

    @Autowired
    Holds holds;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    Household home;
    Stored window;

    @BeforeEach
    void register() {
        init(engine);
        home = homes.ofOne(Actors.POINT, "赵示例", "999999195003120026", "13900000001");
        visits.owe(home, TODAY, Tier.HIGH, Per.MONTH, 1);
        window = visits.of(home).get(0);
    }

    @Test
    void timersOfAHigherTierStrikeFirstAndAllAfterOtherWork() {
        Household other = homes.ofOne(Actors.POINT, "钱演示", "999999196104060127", "13900000002");
        visits.owe(other, TODAY, Tier.GENERAL, Per.HALF_YEAR, 1);
        ProcessInstance high = visits.start(window);
        ProcessInstance general = visits.start(visits.of(other).get(0));

        assertThat(priorities(high)).containsOnly(-12L);
        assertThat(priorities(general)).containsOnly(-16L);
        for (Tier tier : Tier.values()) {
            assertThat(desk.<Integer>system(
                            () -> jdbc.queryForObject("select jiuzhu_tier_rank(?)", Integer.class, tier.name())))
                    .as(tier.name())
                    .isEqualTo(tier.rank());
        }
    }

    private List<Long> priorities(ProcessInstance visit) {
        List<Long> priorities =
                engine.getManagementService().createJobQuery().processInstanceId(visit.getId()).list().stream()
                        .map(Job::getPriority)
                        .toList();
        assertThat(priorities).hasSize(2);
        return priorities;
    }

    @Test
    void aVisitThatWasMadeSettlesItsWindow() {
        ProcessInstance visit = visits.start(window);
        assertThat(visit).isWaitingAt("userTask_conductVisit");

        desk.complete("conductVisit", LIN, met("2026-07-06", "PHONE"));

        assertThat(visit)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_visitOwed",
                        "userTask_conductVisit",
                        "endEvent_visited",
                        "serviceTask_closeVisit",
                        "endEvent_visitClosed")
                .hasNotPassed("userTask_explainMissedVisit");
        assertThat(stored().settledAs()).isEqualTo(As.MET);
        assertThat(records()).isEqualTo(1);
    }

    @Test
    void aWindowThatOwesTwoVisitsAsksAgainAfterTheFirst() {
        visits.owe(home, TODAY, Tier.SPECIAL, Per.WEEK, 2);
        Stored week = visits.of(home).stream()
                .filter(owed -> owed.window().duty().per() == Per.WEEK)
                .findFirst()
                .orElseThrow();
        ProcessInstance visit = visits.start(week);

        desk.complete("conductVisit", LIN, met("2026-07-06", "VISIT"));
        assertThat(visit).isWaitingAt("userTask_conductVisit").hasNotPassed("endEvent_visited");

        desk.complete("conductVisit", XU, met("2026-07-06", "PHONE"));
        assertThat(visit).isEnded();
    }

    @Test
    void ofWhomNobodyMeetsOnThreeDifferentDaysThePointLeadIsToldAndTheWindowGoesOn() {
        ProcessInstance visit = visits.start(window);
        desk.complete("conductVisit", LIN, notHome("2026-07-06"));
        desk.complete("conductVisit", LIN, notHome("2026-07-06"));
        clock.set("2026-07-09T10:00:00");
        desk.complete("conductVisit", LIN, notHome("2026-07-09"));
        assertThat(escalated()).isFalse();

        clock.set("2026-07-14T10:00:00");
        desk.complete("conductVisit", LIN, notHome("2026-07-14"));

        assertThat(visit).isWaitingAt("userTask_conductVisit");
        assertThat(escalated()).isTrue();
        assertThat(desk.groupsOf("conductVisit")).contains("pointLead:" + Actors.POINT);

        desk.complete("conductVisit", HE, met("2026-07-14", "VISIT"));
        assertThat(visit).isEnded();
        assertThat(stored().settledAs()).isEqualTo(As.MET);
    }

    @Test
    void theLastOfThreeTriesMayBeToldElsewhere() {
        ProcessInstance visit = visits.start(window);
        desk.complete("conductVisit", LIN, notHome("2026-07-06"));
        clock.set("2026-07-09T10:00:00");
        desk.complete("conductVisit", LIN, notHome("2026-07-09"));
        clock.set("2026-07-14T10:00:00");
        tell("2026-07-14", Outcome.NOT_HOME);

        assertThat(visit).isWaitingAt("userTask_conductVisit");
        assertThat(escalated()).isTrue();
    }

    @Test
    void aWindowThatEndsAfterThreeTriesInVainReadsAttemptedAndNobodyHasToExplainIt() {
        ProcessInstance visit = visits.start(window);
        for (String day : List.of("2026-07-06", "2026-07-09", "2026-07-14")) {
            clock.set(day + "T10:00:00");
            desk.complete("conductVisit", LIN, notHome(day));
        }
        timers.fire("timer_windowEnd");

        assertThat(visit).isEnded().hasPassed("serviceTask_closeVisit").hasNotPassed("userTask_explainMissedVisit");
        assertThat(stored().settledAs()).isEqualTo(As.EXPLAINED);
        assertThat(state()).isEqualTo(DueState.ATTEMPTED);
    }

    /** A change of the rule is for windows to come. */
    @Test
    void howManyTriesAreEnoughIsWhatHeldWhenTheWindowWasOwed() {
        visits.start(window);
        desk.complete("conductVisit", LIN, notHome("2026-07-06"));
        desk.system(() -> jdbc.update("update visit_window set attempt_days = 1"));
        clock.set("2026-08-01T00:00:00");

        assertThat(state()).isEqualTo(DueState.ATTEMPTED);
    }

    @Test
    void aRecordMadeElsewhereClosesTheTask() {
        ProcessInstance visit = visits.start(window);

        record("2026-07-06");

        assertThat(visit).isEnded().hasPassed("message_visitSettled", "endEvent_visitClosed");
        assertThat(desk.tasks("conductVisit")).isEmpty();
        assertThat(stored().settledAs()).isEqualTo(As.MET);
    }

    @Test
    void aVisitDueSoonIsRemindedOnTheFirstOfTheLastFiveWorkdays() {
        ProcessInstance visit = visits.start(window);
        assertThat(timers.dueOf("timer_visitReminder")).isEqualTo(Instant.parse("2026-07-27T01:00:00Z"));

        timers.fire("timer_visitReminder");

        assertThat(visit).hasPassed("serviceTask_remindVisit").isWaitingAt("userTask_conductVisit");
        assertThat(desk.<Timestamp>system(
                        () -> jdbc.queryForObject("select reminded_at from work_item", Timestamp.class)))
                .isNotNull();
    }

    @Test
    void aMissedVisitIsExplainedByThePointLeadAndEscalatedInTwoSteps() {
        ProcessInstance visit = visits.start(window);

        timers.fire("timer_windowEnd");

        assertThat(visit).isWaitingAt("userTask_conductVisit", "userTask_explainMissedVisit");
        assertThat(state()).isEqualTo(DueState.MISSED);
        assertThat(desk.dueOf("explainMissedVisit")).isEqualTo(Instant.parse("2026-08-03T16:00:00Z"));
        assertThat(desk.groupsOf("explainMissedVisit")).containsExactly("pointLead:" + Actors.POINT);

        assertThat(timers.dueOf("timer_stationLeadTold")).isEqualTo(Instant.parse("2026-08-07T16:00:00Z"));
        timers.fire("timer_stationLeadTold");
        assertThat(desk.groupsOf("explainMissedVisit")).contains("stationLead:" + Actors.STATION);
        assertThat(desk.groupsOf("conductVisit")).contains("stationLead:" + Actors.STATION);

        assertThat(timers.dueOf("timer_supervisorTold")).isEqualTo(Instant.parse("2026-08-14T16:00:00Z"));
        timers.fire("timer_supervisorTold");
        assertThat(desk.groupsOf("explainMissedVisit")).contains("districtSupervisor:999901");
        assertThat(visit)
                .hasPassed("serviceTask_tellStationLead", "serviceTask_tellSupervisor")
                .isWaitingAt("userTask_conductVisit", "userTask_explainMissedVisit");
        assertThat(told())
                .containsExactly("task.escalated", "task.escalated", "task.escalatedFurther", "task.escalatedFurther");
    }

    @Test
    void whoeverLeadsTheNewPointMayExplainAMissThatWasMadeUpBeforeTheMove() {
        visits.start(window);
        timers.fire("timer_windowEnd");
        clock.set("2026-08-03T10:00:00");
        desk.complete("conductVisit", LIN, met("2026-08-03", "VISIT"));
        assertThat(stored().settledAs()).isEqualTo(As.MADE_UP);

        desk.system(() -> {
            standings.moved(home.id(), network.place(DemoNetwork.SONGTAO), null, null);
            rerouting.ofHousehold(home.id(), DemoNetwork.SONGTAO);
            return true;
        });
        desk.complete("explainMissedVisit", SONG, notGoing());

        assertThat(desk.openKeys()).isEmpty();
    }

    @Test
    void aMissThatWasEscalatedStaysSoWhereTheHouseholdMoves() {
        visits.start(window);
        timers.fire("timer_windowEnd");
        timers.fire("timer_stationLeadTold");
        timers.fire("timer_supervisorTold");

        desk.system(() -> {
            standings.moved(home.id(), network.place(DemoNetwork.ZHIYUAN), null, null);
            rerouting.ofHousehold(home.id(), DemoNetwork.ZHIYUAN);
            return true;
        });

        assertThat(desk.groupsOf("conductVisit"))
                .contains("stationLead:999901004", "districtSupervisor:999901")
                .doesNotContain("stationLead:" + Actors.STATION);
        assertThat(escalated("conductVisit")).isTrue();
    }

    @Test
    void anEscalationThatStrikesWhileTheWorkIsHeldIsShownWhenItGoesOn() {
        visits.start(window);
        timers.fire("timer_windowEnd");
        desk.system(() -> {
            holds.holdPerson("TEST", window.personId(), null);
            return true;
        });

        timers.fire("timer_stationLeadTold");
        assertThat(desk.groupsOf("explainMissedVisit")).allMatch(group -> group.startsWith("held:"));
        desk.system(() -> {
            holds.liftPerson("TEST", window.personId(), null);
            return true;
        });

        assertThat(desk.groupsOf("explainMissedVisit"))
                .containsExactlyInAnyOrder("pointLead:" + Actors.POINT, "stationLead:" + Actors.STATION);
        assertThat(escalated("explainMissedVisit")).isTrue();
    }

    private boolean escalated(String function) {
        return Boolean.TRUE.equals(desk.<Boolean>system(() -> jdbc.queryForObject(
                "select escalated_at is not null from work_item where task_key = ?",
                Boolean.class,
                "userTask_" + function)));
    }

    @Test
    void anExplanationWithAMakeUpDayKeepsTheVisitOpenAndTheMissStaysAMiss() {
        ProcessInstance visit = visits.start(window);
        timers.fire("timer_windowEnd");

        desk.complete("explainMissedVisit", HE, explained("2026-08-06"));
        assertThat(visit)
                .hasPassed("endEvent_makeUpAwaited")
                .isWaitingAt("userTask_conductVisit")
                .isNotEnded();

        clock.set("2026-08-05T10:00:00");
        desk.complete("conductVisit", LIN, met("2026-08-05", "VISIT"));
        assertThat(visit).isEnded().hasPassed("endEvent_visitClosed").hasNotPassed("serviceTask_tellStationLead");
        assertThat(stored().settledAs()).isEqualTo(As.MADE_UP);
        assertThat(state()).isEqualTo(DueState.MISSED);
    }

    @Test
    void anExplanationThatNobodyGoesAnyMoreEndsTheVisit() {
        ProcessInstance visit = visits.start(window);
        timers.fire("timer_windowEnd");

        desk.complete("explainMissedVisit", HE, notGoing());

        assertThat(visit).isEnded().hasPassed("serviceTask_closeVisit");
        assertThat(stored().settledAs()).isEqualTo(As.EXPLAINED);
        assertThat(state()).isEqualTo(DueState.MISSED);
    }

    @Test
    void aLateVisitIsStillToBeExplainedBeforeEverythingEnds() {
        ProcessInstance visit = visits.start(window);
        timers.fire("timer_windowEnd");

        desk.complete("conductVisit", LIN, met("2026-08-01", "VISIT"));
        assertThat(visit).hasPassed("endEvent_explanationGoesOn").isWaitingAt("userTask_explainMissedVisit");

        desk.complete("explainMissedVisit", HE, notGoing());
        assertThat(visit).isEnded();
        assertThat(stored().settledAs()).isEqualTo(As.MADE_UP);
    }

    @Test
    void aLateVisitBeforeTheJobOfMidnightRanIsExplainedAllTheSame() {
        ProcessInstance visit = visits.start(window);
        clock.set("2026-08-01T00:05:00");

        desk.complete("conductVisit", LIN, met("2026-08-01", "PHONE"));

        assertThat(visit).isWaitingAt("userTask_explainMissedVisit").hasNotPassed("timer_windowEnd");
        assertThat(desk.dueOf("explainMissedVisit")).isEqualTo(Instant.parse("2026-08-03T16:00:00Z"));
    }

    @Test
    void aRecordThatComesLateShowsThatNothingWasMissed() {
        ProcessInstance visit = visits.start(window);
        timers.fire("timer_windowEnd");
        assertThat(visit).isWaitingAt("userTask_explainMissedVisit");

        record("2026-07-30");

        assertThat(visit).isEnded();
        assertThat(state()).isEqualTo(DueState.MET);
    }

    @Test
    void aRefusedVisitReadsAttemptedAndNobodyHasToExplainIt() {
        ProcessInstance visit = visits.start(window);
        desk.complete("conductVisit", LIN, refused("2026-07-06", "NO_NEED"));
        assertThat(visit).isWaitingAt("userTask_conductVisit");

        timers.fire("timer_windowEnd");

        assertThat(visit).isEnded().hasPassed("endEvent_visitClosed").hasNotPassed("userTask_explainMissedVisit");
        assertThat(state()).isEqualTo(DueState.ATTEMPTED);
    }

    @Test
    void whoAsksForAnotherVisitorIsNotSentTheSame() {
        visits.start(window);
        desk.complete("conductVisit", LIN, refused("2026-07-06", "OTHER_VISITOR"));

        assertThatThrownBy(() -> desk.claim(desk.task("conductVisit"), LIN))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.messageKey())
                        .isEqualTo("visit.task.askedForAnother"));
        desk.complete("conductVisit", XU, met("2026-07-06", "VISIT"));
        assertThat(stored().settledAs()).isEqualTo(As.MET);
    }

    @Test
    void aWindowThatIsNotOwedAnyMoreEndsItsVisitWhereverItStands() {
        ProcessInstance before = visits.start(window);
        clock.set("2026-07-07T10:00:00");
        visits.cancel(home, TODAY.plusDays(1), "MOVED_OUT");
        assertThat(before).isEnded().hasPassed("startEvent_windowCancelled").hasNotPassed("endEvent_visitClosed");
        assertThat(desk.openKeys()).isEmpty();
        assertThat(state()).isNotEqualTo(DueState.MISSED);
    }

    @Test
    void aChangeFoundAtTheDoorIsReported() {
        ProcessInstance visit = visits.start(window);

        desk.complete("conductVisit", LIN, found("2026-07-06", "EMERGENCY"));

        assertThat(visit).isEnded();
        assertThat(desk.tasks("assessChange")).hasSize(1);
    }

    @Test
    void whereAPointHasOneConsultantItsStationLeadExplains() {
        Household alone = homes.ofOne(Actors.OTHER_POINT, "李虚构", "999999196608150054", "13900000002");
        visits.owe(alone, TODAY, Tier.HIGH, Per.MONTH, 1);
        ProcessInstance visit = visits.start(visits.of(alone).get(0));
        timers.fire("timer_windowEnd");

        assertThat(desk.groupsOf("explainMissedVisit")).containsExactly("stationLead:" + Actors.STATION);
        desk.complete("explainMissedVisit", LU, notGoing());
        assertThat(visit).isEnded();
    }

    @Test
    void aVolunteerVisitsInTheirOwnCommitteeAndSeesNothingElse() {
        visits.start(window);
        Actor meng = Actors.at("meng.tiyan", "孟体验", Actors.POINT, "otherVisitor");
        DataScope seesVisits = new DataScope(Level.VISITOR, Actors.POINT);

        assertThat(desk.groupsOf("conductVisit"))
                .containsExactlyInAnyOrder(
                        "pointConsultant:" + Actors.POINT,
                        "stationConsultant:" + Actors.STATION,
                        "otherVisitor:" + Actors.POINT);
        assertThat(desk.rowsSeenIn(seesVisits)).containsOnlyKeys("work_item");
        assertThat(desk.rowsSeenIn(new DataScope(Level.VISITOR, Actors.OTHER_POINT)))
                .isEmpty();

        desk.completeIn(seesVisits, "conductVisit", meng, met("2026-07-06", "VISIT"));
        assertThat(stored().settledAs()).isEqualTo(As.MET);
    }

    @Test
    void whatCannotBeIsSaidFieldByField() {
        visits.start(window);
        assertInvalid("servedOn", met("2026-07-07", "VISIT"));
        Map<String, Object> unfinished = new HashMap<>(met("2026-07-06", "VISIT"));
        unfinished.remove("finding");
        assertInvalid("finding", unfinished);
        unfinished.put("finding", "NO_CHANGE");
        unfinished.put("people", List.of("4711"));
        assertInvalid("people", unfinished);
    }

    private void assertInvalid(String field, Map<String, Object> answers) {
        assertThatThrownBy(() -> desk.complete("conductVisit", LIN, answers))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting("field")
                        .contains(field));
    }

    private void record(String day) {
        new DataScope(Level.POINT, Actors.POINT)
                .run(() -> sheets.write(
                        home.headPersonId(),
                        UUID.randomUUID(),
                        WrittenRecords.visit("赵示例", "林试用", day),
                        List.of(),
                        LIN));
    }

    private void tell(String day, Outcome outcome) {
        Told told = new Told(home.headPersonId(), outcome, null, null);
        VisitReport report = VisitReport.of(UUID.randomUUID(), List.of(told), Sheets.on(LocalDate.parse(day)), null);
        new DataScope(Level.POINT, Actors.POINT).run(() -> reports.report(report, LIN));
    }

    private boolean escalated() {
        return desk.<Boolean>system(() -> jdbc.queryForObject(
                "select escalated_at is not null from work_item where task_key = 'userTask_conductVisit'",
                Boolean.class));
    }

    private Stored stored() {
        return desk.system(() -> windows.get(window.id()));
    }

    private DueState state() {
        return desk.system(() -> windows.state(window.id())).state();
    }

    private int records() {
        return desk.<Integer>system(() -> jdbc.queryForObject("select count(*) from service_record", Integer.class));
    }

    private List<String> told() {
        return desk.system(() -> jdbc.queryForList(
                "select kind from timeline_event where kind like 'task.escalated%' order by id", String.class));
    }
}
