package org.jiuzhu.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.PlanStep;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.Households;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.jiuzhu.visit.VisitRounds.Kind;
import org.jiuzhu.workflow.Rerouting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** visit-round: what a night does, and that nothing is opened or started twice. */
@JiuzhuTest
@TestPropertySource(properties = "jiuzhu.visit.round.on-change=true")
class VisitRoundProcessTest {

    private static final Actor ENGINE = Actor.machine(Actor.SYSTEM);
    private static final Actor TANG =
            new Actor("tang.xushe", "唐虚设", Set.of("districtSupervisor"), DemoNetwork.DISTRICT_CODE, Set.of(), true);
    private static final Place POINT = new Place(DemoNetwork.DISTRICT_CODE, DemoNetwork.SONGHE, DemoNetwork.HEMING);
    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 7, 6);

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    VisitPlans plans;

    @Autowired
    VisitRounds rounds;

    @Autowired
    RoundLog log;

    @Autowired
    OwedVisits owed;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Homes homes;

    @Autowired
    Households households;

    @Autowired
    Rerouting rerouting;

    private long before;

    /** Five residents without a plan, and no round under way. */
    @BeforeEach
    void prepare() {
        init(engine);
        residents(5);
        before = log.before(Long.MAX_VALUE, 1).stream()
                .mapToLong(RoundLog.Row::id)
                .max()
                .orElse(0);
    }

    private void residents(int many) {
        for (int i = 0; i < many; i++) {
            homes.ofOne(DemoNetwork.HEMING, "示例", null, null);
        }
        desk.system(() -> {
            jdbc.update("delete from visit_owed");
            jdbc.update("delete from visit_window");
            return jdbc.update("delete from visit_step");
        });
        timers.runAsync();
    }

    private List<RoundLog.Row> rounds() {
        return log.before(Long.MAX_VALUE, 10).stream()
                .filter(round -> round.id() > before)
                .toList();
    }

    @Test
    void everyMidnightWindowsOpenTheirVisitsStartAndConsultantsAreReminded() {
        plan(Per.MONTH, Tier.HIGH, 1, 2, 3);
        stand(LocalDate.of(2026, 7, 30), 12);
        aRound(Kind.HAND);

        timers.everyMidnight();
        timers.fire("startEvent_everyDay");
        ProcessInstance round = running();
        assertThat(round.getBusinessKey()).isEqualTo(newest().number());
        timers.runAsync();

        assertThat(round)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_everyDay",
                        "serviceTask_registerRound",
                        "serviceTask_openWindows",
                        "serviceTask_startVisits",
                        "serviceTask_sendDigests",
                        "serviceTask_finishRound",
                        "endEvent_roundFinished")
                .hasNotPassed("serviceTask_beginRound");
        assertThat(windows("started_at is not null")).hasSize(3);
        assertThat(visits()).containsExactlyInAnyOrderElementsOf(windows("true"));
        assertThat(digest("lin.shiyong")).containsExactly(3, 0);
        assertThat(newest().finishedAt()).isNotNull();
        assertThat(newest().digests()).isPositive();
    }

    @Test
    void aRoundThatWasAskedForOpensEveryPeriodSinceTheLastOneAndStartsEachOnce() {
        plan(Per.WEEK, Tier.SPECIAL, 1, 2, 3, 4, 5);
        stand(MONDAY.plusWeeks(6), 9);

        aRound(Kind.HAND);

        assertThat(windows("true")).hasSize(5 * 7);
        assertThat(visits())
                .hasSize(5 * 7)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(windows("true"));
        assertThat(rounds().stream().mapToInt(RoundLog.Row::opened).sum()).isEqualTo(5 * 6);
        assertThat(rounds().stream().mapToInt(RoundLog.Row::started).sum()).isEqualTo(5 * 7);
        aRound(Kind.HAND);
        assertThat(visits()).hasSize(5 * 7);
        assertThat(newest().opened() + newest().started()).isZero();
    }

    @Test
    void aVisitUnderWayGoesAlongWithItsHouseholdAndIsRemindedOfWhenItWasToBe() {
        plan(Per.WEEK, Tier.SPECIAL, 1);
        aRound(Kind.CHANGE);
        Instant reminder = timers.dueOf("timer_visitReminder");

        desk.system(() -> {
            rerouting.ofHousehold(households.householdOf(1), DemoNetwork.ZHUXI);
            return true;
        });

        assertThat(desk.system(() -> jdbc.queryForList("select group_key from work_offer", String.class)))
                .contains("pointConsultant:" + DemoNetwork.ZHUXI)
                .doesNotContain("pointConsultant:" + DemoNetwork.HEMING);
        assertThat(timers.dueOf("timer_visitReminder")).isEqualTo(reminder);
        assertThat(timers.dueOf("timer_windowEnd"))
                .isEqualTo(MONDAY.plusWeeks(1).atStartOfDay(WorkCalendar.ZONE).toInstant());
    }

    @Test
    void aVisitKnowsWhatItsTimersNeedAndNothingPersonal() {
        plan(Per.WEEK, Tier.SPECIAL, 1);
        aRound(Kind.CHANGE);

        ProcessInstance visit = runtime.createProcessInstanceQuery()
                .processDefinitionKey("visit")
                .singleResult();
        assertThat(visit).hasVariables("windowId", "orgCode");
        assertThat(runtime.getVariables(visit.getId()))
                .containsEntry("orgCode", DemoNetwork.HEMING)
                .containsOnlyKeys("windowId", "orgCode");
        assertThat(timers.dueOf("timer_windowEnd"))
                .isEqualTo(ZonedDateTime.of(MONDAY.plusWeeks(1), LocalTime.MIDNIGHT, WorkCalendar.ZONE)
                        .toInstant());
    }

    @Test
    void aChangedPlanHasItsVisitsStartedButRemindsNobody() {
        plan(Per.MONTH, Tier.HIGH, 1);
        stand(LocalDate.of(2026, 7, 31), 12);
        request(Kind.CHANGE, ENGINE);
        ProcessInstance round = running();
        timers.runAsync();

        assertThat(round).isEnded().hasNotPassed("serviceTask_sendDigests");
        assertThat(visits()).hasSize(1);
        assertThat(desk.system(() -> jdbc.queryForObject("select count(*) from visit_digest", Long.class)))
                .isZero();
    }

    @Test
    void whoeverAsksWhileARoundWaitsGetsThatOneAndAfterItsBeginAnother() {
        request(Kind.HAND, TANG);
        request(Kind.HAND, TANG);
        assertThat(rounds()).hasSize(1);

        timers.fire("serviceTask_beginRound");
        request(Kind.HAND, TANG);
        request(Kind.CHANGE, ENGINE);
        assertThat(rounds()).hasSize(3);
        timers.runAsync();
        assertThat(rounds()).allSatisfy(round -> assertThat(round.finishedAt()).isNotNull());
    }

    @Test
    void manyPlansThatChangeAtOnceAreAllSeenByARound() throws Exception {
        residents(35);
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> changes = LongStream.rangeClosed(1, 40)
                    .<Callable<Void>>mapToObj(id -> () -> {
                        plans.change(id, change(Per.WEEK, Tier.SPECIAL), ENGINE);
                        return null;
                    })
                    .toList();
            for (var change : pool.invokeAll(changes)) {
                change.get();
            }
        } finally {
            pool.shutdownNow();
        }
        timers.runAsync();

        assertThat(visits()).hasSize(40).doesNotHaveDuplicates();
        assertThat(windows("started_at is null")).isEmpty();
    }

    @Test
    void aWindowThatIsMetOrSettledGetsNoVisit() {
        plan(Per.MONTH, Tier.HIGH, 1, 2, 3, 4);
        desk.system(() -> jdbc.update("update visit_window set done = required where person_id = 1"));
        desk.system(() -> jdbc.update(
                "update visit_window set settled_at = now(), settled_as = 'EXPLAINED' where person_id = 2"));
        plans.change(3, new VisitPlans.Change(end(), Tier.NONE, "NONE", "songjiang", "visit-tier:1", POINT), ENGINE);

        aRound(Kind.HAND);

        assertThat(visits()).isEqualTo(windows("person_id = 4"));
    }

    @Test
    void theOldestComeFirstAndOfOneDayTheMostUrgentTier() {
        plan(Per.MONTH, Tier.GENERAL, 1);
        plan(Per.MONTH, Tier.HIGH, 2);
        plan(Per.MONTH, Tier.SPECIAL, 3);
        stand(MONDAY.minusMonths(1), 9);
        plan(Per.MONTH, Tier.GENERAL, 4);
        stand(MONDAY, 9);

        request(Kind.HAND, TANG);
        List<Long> order = new ArrayList<>();
        desk.system(() ->
                owed.startNext(newest().id(), 10, visits -> visits.forEach(visit -> order.add(visit.personId()))));
        assertThat(order).containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void aVisitThatCannotBeStartedStopsNoOtherAndIsTriedAgainByTheNextRound() {
        plan(Per.MONTH, Tier.HIGH, 1, 2, 3);
        desk.system(() -> jdbc.update("update visit_window set point_code = '999999999999' where person_id = 2"));
        request(Kind.HAND, TANG);
        runUntilQuiet();

        assertThat(visits()).isEqualTo(windows("person_id <> 2"));
        assertThat(desk.system(() -> log.setAside(10)))
                .extracting(RoundLog.SetAside::number)
                .isEqualTo(windows("person_id = 2"));

        desk.system(
                () -> jdbc.update("update visit_window set point_code = ? where person_id = 2", DemoNetwork.HEMING));
        request(Kind.HAND, TANG);
        timers.runAsync();
        assertThat(visits()).containsExactlyInAnyOrderElementsOf(windows("true"));
        assertThat(desk.system(() -> log.setAside(10))).isEmpty();
    }

    /** As the job executor would: a job that failed waits for its next try. */
    private void runUntilQuiet() {
        for (boolean failed = true; failed; ) {
            failed = false;
            try {
                timers.runAsync();
            } catch (RuntimeException stopped) {
                failed = true;
            }
        }
    }

    private void aRound(Kind kind) {
        request(kind, kind == Kind.HAND ? TANG : ENGINE);
        timers.runAsync();
    }

    private void request(Kind kind, Actor by) {
        DataScope.system("test").run(() -> rounds.request(kind, by));
    }

    private ProcessInstance running() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("visit-round")
                .singleResult();
    }

    private RoundLog.Row newest() {
        return log.before(Long.MAX_VALUE, 1).get(0);
    }

    private List<Integer> digest(String username) {
        return desk.system(() -> jdbc.queryForObject(
                "select reminded, overdue from visit_digest where username = ? order by on_day desc limit 1",
                (row, n) -> List.of(row.getInt("reminded"), row.getInt("overdue")),
                username));
    }

    private List<String> windows(String which) {
        return desk.system(() ->
                jdbc.queryForList("select number from visit_window where " + which + " order by number", String.class));
    }

    private List<String> visits() {
        return runtime.createProcessInstanceQuery().processDefinitionKey("visit").list().stream()
                .map(ProcessInstance::getBusinessKey)
                .sorted()
                .toList();
    }

    private void plan(Per per, Tier tier, long... people) {
        for (long person : people) {
            plans.change(person, change(per, tier), ENGINE);
        }
    }

    private VisitPlans.Change change(Per per, Tier tier) {
        LocalDate today = LocalDate.ofInstant(clock.now(), WorkCalendar.ZONE);
        return new VisitPlans.Change(
                new PlanStep(today, List.of(new Duty(per, 1, Channels.ANY, false)), List.of(), "ENTERED"),
                tier,
                "ENTERED",
                "songjiang",
                "visit-tier:1 visit-cadence:1",
                POINT);
    }

    private PlanStep end() {
        return PlanStep.end(LocalDate.ofInstant(clock.now(), WorkCalendar.ZONE), "DEATH");
    }

    private void stand(LocalDate day, int hour) {
        clock.set(
                ZonedDateTime.of(day, LocalTime.of(hour, 0), WorkCalendar.ZONE).toInstant());
    }
}
