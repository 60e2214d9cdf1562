package org.jiuzhu.lifeevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.lifeevent.HouseholdMove.NewMove;
import org.jiuzhu.lifeevent.HouseholdMove.State;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.Timers;
import org.jiuzhu.support.YunfanTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A household without a case; with one, see the case's own tests. The day is Monday 2026-07-06. */
@JiuzhuTest
class HouseholdTransferProcessTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-15");
    private static final Map<String, Object> AGREED = Map.of("agreed", "YES");
    private static final Map<String, Object> REFUSED = Map.of("agreed", "NO", "refusalReason", "住户说不搬了");

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Moves moves;

    @Autowired
    Households households;

    @Autowired
    YunfanTown town;

    @Autowired
    Homes homes;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    Household home;
    HouseholdMove move;
    ProcessInstance process;

    @BeforeEach
    void propose() {
        init(engine);
        town.served("WORK_JOB");
        home = homes.ofOne(YunfanTown.POINT, "韩迁移", "999999196901010165", "13800000165");
        move = propose(Actors.POINT, YunfanTown.CONSULTANT);
        process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(move.number())
                .singleResult();
    }

    @Test
    void bothStationsAgreeAndOnTheDayTheHouseholdBelongsToTheNewPlace() {
        desk.complete("confirmTransferOut", YunfanTown.LEAD, AGREED);
        assertThat(place()).isEqualTo(YunfanTown.POINT);
        desk.complete("confirmTransferIn", Actors.stationLead(), AGREED);
        assertThat(place()).isEqualTo(YunfanTown.POINT);
        timers.fire("timer_moveDay");

        assertThat(process)
                .isEnded()
                .hasPassedInOrder(
                        "userTask_confirmTransferOut",
                        "userTask_confirmTransferIn",
                        "timer_moveDay",
                        "serviceTask_takeEffect",
                        "endEvent_householdMoved");
        assertThat(place()).isEqualTo(Actors.POINT);
        assertThat(desk.rowsSeenBy(YunfanTown.CONSULTANT)).doesNotContainKeys("person", "household", "timeline_event");
        assertThat(desk.rowsSeenBy(Actors.pointConsultant()))
                .containsEntry("person", 1L)
                .containsEntry("household", 1L);
    }

    @Test
    void theStationThatHasTheHouseholdMayKeepIt() {
        desk.complete("confirmTransferOut", YunfanTown.LEAD, REFUSED);

        assertThat(process).isEnded().hasPassed("endEvent_outRefused").hasNotPassed("serviceTask_takeEffect");
        nothingHasChanged(State.REFUSED);
    }

    @Test
    void theStationThatShouldTakeItMaySayNo() {
        desk.complete("confirmTransferOut", YunfanTown.LEAD, AGREED);
        desk.complete("confirmTransferIn", Actors.stationLead(), REFUSED);

        assertThat(process).isEnded().hasPassed("endEvent_inRefused").hasNotPassed("serviceTask_takeEffect");
        nothingHasChanged(State.REFUSED);
    }

    @Test
    void aSlipIsTakenBackAndNobodyIsAskedAnyLonger() {
        desk.complete("confirmTransferOut", YunfanTown.LEAD, AGREED);
        desk.system(() -> {
            moves.withdraw(move.id(), YunfanTown.CONSULTANT);
            return true;
        });

        assertThat(process).isEnded().hasPassed("endEvent_moveWithdrawn");
        nothingHasChanged(State.WITHDRAWN);
    }

    @Test
    void withinOneStreetItsStationIsAskedOnce() {
        Household other = homes.ofOne(Actors.POINT, "沈近迁", null, "13800000166");
        HouseholdMove near = desk.system(() -> moves.propose(
                other.id(), new NewMove(Actors.OTHER_POINT, DAY, "换了房子", null, null), Actors.pointConsultant()));
        desk.completeTask(desk.tasks("confirmTransferOut").get(1), Actors.stationLead(), AGREED);
        timers.fire("timer_moveDay");

        assertThat(desk.system(() -> moves.get(near.id()).state())).isEqualTo(State.DONE);
        assertThat(desk.tasks("confirmTransferIn")).isEmpty();
    }

    @Test
    void ofTwoStationLeadsWhoAnswerAtOnceOneIsHeard() throws Exception {
        String task = desk.task("confirmTransferOut");
        Actor other = Actors.at("second.lead", "副站长", YunfanTown.STREET, "stationLead");
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> both = Stream.of(YunfanTown.LEAD, other)
                    .<Callable<Boolean>>map(by -> () -> {
                        together.await();
                        return completes(task, by);
                    })
                    .toList();
            List<Boolean> heard = new ArrayList<>();
            for (Future<Boolean> done : threads.invokeAll(both)) {
                heard.add(done.get());
            }
            assertThat(heard).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdownNow();
        }
        assertThat(desk.tasks("confirmTransferIn")).hasSize(1);
    }

    private boolean completes(String task, Actor by) {
        try {
            desk.completeTask(task, by, AGREED);
            return true;
        } catch (Refusal second) {
            return false;
        }
    }

    @Test
    void theSameProposalTwiceChangesNothingAndAnotherOneHasToWait() {
        assertThat(propose(Actors.POINT, YunfanTown.STATION).id()).isEqualTo(move.id());
        assertThat(desk.tasks("confirmTransferOut")).hasSize(1);
        assertThatThrownBy(() -> propose(Actors.OTHER_POINT, YunfanTown.STATION))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whoeverIsThereAlreadyOrGoesNowhereDoesNotMove() {
        Household other = homes.ofOne(YunfanTown.POINT, "沈不迁", null, null);
        assertThatThrownBy(() -> propose(other, YunfanTown.POINT)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> propose(other, "999901099001")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> propose(other, Actors.NGO_1)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void theStationThatShouldTakeItReadsWhoComesAndNothingElse() {
        desk.complete("confirmTransferOut", YunfanTown.LEAD, AGREED);

        assertThat(desk.rowsSeenBy(Actors.stationLead())).containsOnlyKeys("household_move", "work_item");
    }

    private void nothingHasChanged(State end) {
        assertThat(place()).isEqualTo(YunfanTown.POINT);
        assertThat(desk.openKeys()).isEmpty();
        assertThat(desk.system(() -> moves.get(move.id()).state())).isEqualTo(end);
    }

    private String place() {
        return desk.system(() -> households.get(home.id()).place().orgCode());
    }

    private HouseholdMove propose(String toOrg, Actor by) {
        return desk.system(
                () -> moves.propose(home.id(), new NewMove(toOrg, DAY, "搬到女儿家附近", "松鹤路 8 弄", "3 号 201 室"), by));
    }

    private void propose(Household household, String toOrg) {
        desk.system(() -> moves.propose(household.id(), new NewMove(toOrg, DAY, "搬家", null, null), YunfanTown.LEAD));
    }
}
