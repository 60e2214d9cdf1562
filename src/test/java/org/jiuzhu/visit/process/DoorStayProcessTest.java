package org.jiuzhu.visit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.household.SafetyFlag;
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
import org.jiuzhu.visit.DoorStay;
import org.jiuzhu.visit.DoorStays;
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
                .hasMessageContaining("visit.stay.elsewhere");
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
