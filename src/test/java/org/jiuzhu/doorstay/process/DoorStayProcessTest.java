package org.jiuzhu.doorstay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.doorstay.DoorStay;
import org.jiuzhu.doorstay.DoorStays;
import org.jiuzhu.household.SafetyFlag;
import org.jiuzhu.servicerecord.RecordSheet;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.servicerecord.Sheets;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.jiuzhu.visit.VisitReport;
import org.jiuzhu.visit.VisitReport.Finding;
import org.jiuzhu.visit.VisitReport.Told;
import org.jiuzhu.visit.VisitReports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who checks in at a flagged door and does not come out is looked after (CS 四(二)). */
@JiuzhuTest
class DoorStayProcessTest {

    private static final Actor LIN = Actors.pointConsultant();

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    DoorStays stays;

    @Autowired
    VisitReports reports;

    @Autowired
    Homes homes;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    long person;

    @BeforeEach
    void somebodyAtHome() {
        init(engine);
        person = homes.ofOne(Actors.POINT, "赵示例", "999999195003120026", "13800000026")
                .headPersonId();
    }

    @Test
    void whoChecksOutInTimeIsNotAskedFor() {
        ProcessInstance process = checkIn();
        assertThat(process).isWaitingAt("receiveTask_awaitCheckOut").hasVariables("stayId", "orgCode", "expectedAt");
        assertThat(timers.dueOf("timer_checkOutMissed"))
                .isCloseTo(clock.now().plus(Duration.ofHours(1)), within(1, ChronoUnit.MINUTES));

        as(LIN, () -> stays.checkOut(LIN));

        assertThat(process).isEnded().hasPassed("endEvent_outside").hasNotPassed("userTask_lookAfterVisitor");
        assertThat(desk.openKeys()).isEmpty();
    }

    @Test
    void whoIsMissedIsLookedAfterByThePointLead() {
        ProcessInstance process = checkIn();
        timers.fire("timer_checkOutMissed");

        assertThat(process).isWaitingAt("userTask_lookAfterVisitor");
        assertThat(desk.system(
                        () -> jdbc.queryForList("select group_key from work_offer order by group_key", String.class)))
                .containsExactly("pointLead:" + Actors.POINT, "stationLead:" + Actors.STATION);
        assertThat(desk.<Integer>system(() -> jdbc.queryForObject("select urgency from work_item", Integer.class)))
                .isEqualTo(Urgency.EMERGENCY.ordinal());

        desk.complete("lookAfterVisitor", Actors.pointLead(), Map.of("found", "SAFE", "done", "打通了电话，忘了签退。"));

        assertThat(process).isEnded().hasPassedInOrder("userTask_lookAfterVisitor", "endEvent_lookedAfter");
        assertThat(desk.system(
                        () -> jdbc.queryForObject("select found || ' ' || out_by from visit_stay", String.class)))
                .isEqualTo("SAFE he.yanlian");
    }

    @Test
    void whoIsNotSafeIsAnEmergencyForPointAndStationAtOnce() {
        ProcessInstance process = checkIn();
        timers.fire("timer_checkOutMissed");

        desk.complete("lookAfterVisitor", Actors.pointLead(), Map.of("found", "NOT_SAFE", "done", "敲门没有人应，屋里有争吵声。"));

        assertThat(process)
                .isEnded()
                .hasPassedInOrder("gateway_safe", "serviceTask_raiseEmergency", "endEvent_emergencyRaised")
                .hasNotPassed("endEvent_lookedAfter");
        timers.runAsync();
        assertThat(desk.openKeys()).containsExactly("userTask_emergencyResponse");
        assertThat(offers()).containsExactly("pointLead:" + Actors.POINT, "stationLead:" + Actors.STATION);
        assertThat(desk.<Integer>system(() -> jdbc.queryForObject("select urgency from work_item", Integer.class)))
                .isEqualTo(Urgency.EMERGENCY.ordinal());
        assertThat(desk.system(() -> jdbc.queryForObject("select source_ref from lead_ticket", String.class)))
                .isEqualTo("SM-2026-000001");
    }

    @Test
    void whoeverIsNotLookedAfterForAQuarterOfAnHourIsToldFurther() {
        ProcessInstance process = checkIn();
        timers.fire("timer_checkOutMissed");
        assertThat(timers.dueOf("timer_notLookedAfter"))
                .isCloseTo(clock.now().plus(Duration.ofMinutes(15)), within(1, ChronoUnit.MINUTES));

        timers.fire("timer_notLookedAfter");

        assertThat(process).hasPassed("serviceTask_tellFurther", "endEvent_toldFurther");
        assertThat(process).isWaitingAt("userTask_lookAfterVisitor");
        assertThat(offers())
                .containsExactly(
                        "districtSupervisor:999901", "pointLead:" + Actors.POINT, "stationLead:" + Actors.STATION);
        assertThat(desk.<Boolean>system(
                        () -> jdbc.queryForObject("select escalated_at is not null from work_item", Boolean.class)))
                .isTrue();

        desk.complete("lookAfterVisitor", Actors.stationLead(), Map.of("found", "SAFE", "done", "人已出来，手机没电。"));
        assertThat(process).isEnded().hasPassed("endEvent_lookedAfter");
    }

    @Test
    void whoHasToldOfTheVisitIsOutsideWhateverFormTheyToldItBy() {
        ProcessInstance process = checkIn();

        report(ServiceMode.PHONE, today());
        report(ServiceMode.VISIT, today().minusDays(1));
        assertThat(process).as("by telephone, or of yesterday").isWaitingAt("receiveTask_awaitCheckOut");
        report(ServiceMode.VISIT, today());

        assertThat(process).isEnded().hasPassed("endEvent_outside");
        assertThat(desk.system(() -> jdbc.queryForObject("select out_by from visit_stay", String.class)))
                .isEqualTo("lin.shiyong");
    }

    @Test
    void aVisitToAnotherHomeLeavesTheStayAsItIs() {
        ProcessInstance process = checkIn();
        person = homes.ofOne(Actors.POINT, "钱演示", "999999196104060127", "13800000027")
                .headPersonId();

        report(ServiceMode.VISIT, today());

        assertThat(process).isWaitingAt("receiveTask_awaitCheckOut");
    }

    @Test
    void whoComesOutLateTakesTheTaskBack() {
        ProcessInstance process = checkIn();
        timers.fire("timer_checkOutMissed");
        as(LIN, () -> stays.checkOut(LIN));

        assertThat(process).isEnded().hasPassed("message_checkedOutLate", "endEvent_outsideLate");
        assertThat(desk.openKeys()).isEmpty();
        assertThat(desk.system(() -> jdbc.queryForObject("select out_by from visit_stay", String.class)))
                .isEqualTo("lin.shiyong");
    }

    @Test
    void nobodyIsBehindTwoDoorsAndTwiceBehindOneIsOnce() {
        checkIn();
        DoorStay again = DataScope.system("test").call(() -> stays.checkIn(person, LIN));
        assertThat(again.number()).isEqualTo("SM-2026-000001");
        long other = homes.ofOne(Actors.POINT, "钱演示", "999999196104060127", "13800000027")
                .headPersonId();

        assertThatThrownBy(() -> as(LIN, () -> stays.checkIn(other, LIN)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("doorstay.elsewhere");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("door-stay")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aDoorAsksOnlyWhereSomethingMayHarmTheVisitor() {
        var asks = desk.system(() -> stays.asks(Actors.POINT));

        assertThat(asks.isAskedAt(Set.of(SafetyFlag.DOG))).isTrue();
        assertThat(asks.isAskedAt(Set.of(SafetyFlag.MINOR, SafetyFlag.DISABLED)))
                .isFalse();
        assertThat(asks.isAskedAt(Set.of())).isFalse();
    }

    private void report(ServiceMode mode, LocalDate on) {
        RecordSheet sheet = Sheets.on(on, mode);
        as(
                LIN,
                () -> reports.report(
                        VisitReport.of(UUID.randomUUID(), List.of(Told.met(person, Finding.NO_CHANGE)), sheet, null),
                        LIN));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), WorkCalendar.ZONE);
    }

    private List<String> offers() {
        return desk.system(
                () -> jdbc.queryForList("select group_key from work_offer order by group_key", String.class));
    }

    private ProcessInstance checkIn() {
        DoorStay stay = DataScope.system("test").call(() -> stays.checkIn(person, LIN));
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(stay.number())
                .singleResult();
    }

    private static void as(Actor actor, Runnable work) {
        new DataScope(DataScope.Level.POINT, String.valueOf(actor.orgCode())).run(work);
    }
}
