package org.jiuzhu.visit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.jiuzhu.visit.Visits.met;
import static org.jiuzhu.visit.Visits.refused;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Standing;
import org.jiuzhu.lifecycle.PersonDied;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.jiuzhu.visit.Visits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;

@JiuzhuTest
@Import(Visits.class)
class RefusedVisitsProcessTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 6);
    private static final Actor LIN = Actors.pointConsultant();
    private static final Actor GU = Actors.stationConsultant();

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Visits visits;

    @Autowired
    People people;

    @Autowired
    Homes homes;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEventPublisher events;

    Household home;

    @BeforeEach
    void register() {
        init(engine);
        home = homes.ofOne(Actors.POINT, "赵示例", "999999195003120026", "13900000001");
        visits.owe(home, TODAY, Tier.HIGH, Per.MONTH, 1);
        visits.start(visits.of(home).get(0));
    }

    @Test
    void twoRefusalsInARowMakeTheStationAsk() {
        desk.complete("conductVisit", LIN, refused("2026-07-06", "NO_NEED"));
        assertThat(desk.tasks("contactAfterRefusals")).isEmpty();

        ProcessInstance asking = refusedAgain();
        assertThat(asking).isWaitingAt("userTask_contactAfterRefusals");
        desk.complete("contactAfterRefusals", GU, answers("PHONE"));

        assertThat(asking)
                .isEnded()
                .hasPassedInOrder("startEvent_visitsRefused", "userTask_contactAfterRefusals", "endEvent_visitsGoOn");
        assertThat(standing()).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void aVisitInBetweenBreaksTheRow() {
        desk.complete("conductVisit", LIN, refused("2026-07-06", "NOT_NOW"));
        clock.set("2026-07-07T10:00:00");
        visits.owe(home, TODAY.plusDays(1), Tier.SPECIAL, Per.WEEK, 2);
        visits.start(visits.of(home).get(0));
        desk.completeTask(desk.tasks("conductVisit").get(0), LIN, met("2026-07-07", "PHONE"));
        clock.set("2026-07-08T10:00:00");
        desk.completeTask(desk.tasks("conductVisit").get(0), LIN, refused("2026-07-08", "NOT_NOW"));

        assertThat(desk.tasks("contactAfterRefusals")).isEmpty();
    }

    @Test
    void whileTheStationAsksAThirdRefusalAsksNothingMore() {
        desk.complete("conductVisit", LIN, refused("2026-07-06", "NO_NEED"));
        refusedAgain();
        desk.complete("conductVisit", LIN, refused("2026-07-07", "NO_NEED"));

        assertThat(desk.tasks("contactAfterRefusals")).hasSize(1);
    }

    @Test
    void aCompetentAdultMayOptOut() {
        desk.complete("conductVisit", LIN, refused("2026-07-06", "NO_NEED"));
        ProcessInstance asking = refusedAgain();

        assertInvalid(with(answers("OPT_OUT"), "competent", "NO"));
        desk.complete("contactAfterRefusals", GU, with(answers("OPT_OUT"), "competent", "YES"));

        assertThat(asking).isEnded().hasPassed("endEvent_visitsPaused");
        assertThat(standing()).isEqualTo(Standing.OPTED_OUT);
    }

    @Test
    void aWorryForSafetyOverridesTheWishForNoVisits() {
        desk.complete("conductVisit", LIN, refused("2026-07-06", "NO_NEED"));
        refusedAgain();

        Map<String, Object> worried = with(answers("OPT_OUT"), "competent", "YES");
        assertInvalid(with(worried, "safetyConcern", "YES"));
        desk.complete("contactAfterRefusals", GU, with(answers("HOME_AGAIN"), "safetyConcern", "YES"));
        assertThat(standing()).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void whatTheStationForgetsIsRemindedAndEscalated() {
        desk.complete("conductVisit", LIN, refused("2026-07-06", "NO_NEED"));
        ProcessInstance asking = refusedAgain();

        timers.fire("timer_contactReminder");
        assertThat(asking).hasPassed("serviceTask_remindContact");
        timers.fire("timer_contactDue");
        assertThat(asking).hasPassed("serviceTask_escalateContact").isWaitingAt("userTask_contactAfterRefusals");
    }

    @Test
    void nobodyAsksAnybodyWhoDied() {
        desk.complete("conductVisit", LIN, refused("2026-07-06", "NO_NEED"));
        ProcessInstance asking = refusedAgain();

        desk.system(() -> {
            events.publishEvent(new PersonDied(home.headPersonId(), home.id(), TODAY.plusDays(1)));
            return true;
        });

        assertThat(asking).isEnded().hasPassed("startEvent_refusalEnds");
        assertThat(desk.openKeys()).isEmpty();
    }

    private ProcessInstance refusedAgain() {
        clock.set("2026-07-07T10:00:00");
        desk.complete("conductVisit", LIN, refused("2026-07-07", "NO_NEED"));
        return desk.system(() -> runtime.createProcessInstanceQuery()
                .processDefinitionKey("refused-visits")
                .singleResult());
    }

    private Standing standing() {
        return desk.system(() -> people.get(home.headPersonId()).standing());
    }

    private void assertInvalid(Map<String, Object> answers) {
        assertThatThrownBy(() -> desk.complete("contactAfterRefusals", GU, answers))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting("field")
                        .contains("answer"));
    }

    private static Map<String, Object> answers(String answer) {
        return Map.of("contactedOn", "2026-07-07", "safetyConcern", "NO", "answer", answer, "note", "打过电话，说近来都好。");
    }

    private static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
        Map<String, Object> more = new HashMap<>(answers);
        more.put(key, value);
        return more;
    }
}
