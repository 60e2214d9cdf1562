package org.jiuzhu.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.PlanStep;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.WindowPlanner;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@JiuzhuTest
class WindowOpeningTest {

    private static final Actor ENGINE = Actor.machine(Actor.SYSTEM);
    private static final Place POINT =
            new Place(DemoNetwork.DISTRICT_CODE, DemoNetwork.STREET_CODE, DemoNetwork.HEMING);
    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final Span NATIONAL_DAY = new Span(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 8));
    private static final Span NEW_YEAR = new Span(LocalDate.of(2026, 12, 30), LocalDate.of(2027, 1, 3));

    @Autowired
    VisitPlans plans;

    @Autowired
    WindowOpening opening;

    @Autowired
    WindowTable table;

    @Autowired
    Desk desk;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void theDatabaseKnowsTheSamePeriodsAsTheProduct() {
        List<LocalDate> days =
                LocalDate.of(2023, 1, 1).datesUntil(LocalDate.of(2033, 1, 1)).toList();
        for (Per per : List.of(Per.DAY, Per.WEEK, Per.MONTH, Per.QUARTER, Per.HALF_YEAR)) {
            List<Span> spans = desk.system(() -> jdbc.query(
                    """
                    select jiuzhu_span_start(?, d::date) s, jiuzhu_span_end(?, d::date) e
                    from generate_series(date '2023-01-01', date '2032-12-31', interval '1 day') d order by d
                    """,
                    (row, n) -> new Span(row.getObject("s", LocalDate.class), row.getObject("e", LocalDate.class)),
                    per.name(),
                    per.name()));
            assertThat(spans)
                    .isEqualTo(days.stream().map(day -> Span.of(per, day)).toList());
        }
    }

    @Test
    void whatRoundsOpenedDayByDayIsWhatThePlanSaysAfterwards() {
        nodes();
        var random = new Random(7);
        List<List<PlanStep>> histories =
                IntStream.range(0, 40).mapToObj(n -> history(random)).toList();
        LocalDate end = START.plusMonths(14);
        for (LocalDate day = START; day.isBefore(end); day = day.plusDays(1)) {
            stand(day);
            for (int person = 0; person < histories.size(); person++) {
                LocalDate today = day;
                int of = person;
                histories.get(person).stream()
                        .filter(step -> step.from().equals(today))
                        .forEach(step -> plans.change(of + 1, change(step), ENGINE));
            }
            if (random.nextInt(4) == 0 || day.plusDays(1).equals(end)) {
                round(day);
            }
        }

        for (int person = 0; person < histories.size(); person++) {
            long id = person + 1;
            List<Window> planned = WindowPlanner.plan(histories.get(person), List.of(NATIONAL_DAY, NEW_YEAR), end)
                    .windows();
            assertThat(rows(id)).as("%s", histories.get(person)).containsExactlyInAnyOrderElementsOf(planned);
        }
    }

    @Test
    void aRoundThatIsRunTwiceAndByTwoAtOnceOpensEachWindowOnce() throws Exception {
        stand(START);
        LongStream.rangeClosed(1, 300).forEach(id -> plans.change(id, change(step(START, Per.WEEK)), ENGINE));
        LocalDate later = START.plusWeeks(5);
        try (var two = new Threads()) {
            List<Future<Integer>> rounds = List.of(two.submit(() -> round(later)), two.submit(() -> round(later)));
            int opened = 0;
            for (Future<Integer> round : rounds) {
                opened += round.get();
            }
            assertThat(opened).isEqualTo(300 * 5);
        }
        assertThat(round(later)).isZero();
        assertThat(desk.<Long>system(() -> jdbc.queryForObject("select count(*) from visit_window", Long.class)))
                .isEqualTo(300 * 6);
    }

    @Test
    void aStepTakenBackLeavesEverythingAsIfItHadNeverBeen() {
        stand(START);
        plans.change(1, change(step(START, Per.MONTH)), ENGINE);
        stand(START.plusDays(5));
        plans.change(1, change(PlanStep.end(START.plusDays(5), "DEATH")), ENGINE);
        assertThat(rows(1)).singleElement().satisfies(window -> assertThat(window.closing())
                .isNotNull());
        stand(START.plusDays(40));
        round(START.plusDays(40));
        assertThat(rows(1)).hasSize(1);

        long death = desk.system(() -> jdbc.queryForObject("select max(id) from visit_step", Long.class));
        plans.undo(death, ENGINE);

        assertThat(rows(1)).hasSize(2).allSatisfy(window -> assertThat(window.closing())
                .isNull());
        plans.undo(death, ENGINE);
        assertThat(rows(1)).hasSize(2);
    }

    @Test
    void theSameDemandAgainChangesNothing() {
        stand(START);
        plans.change(1, change(step(START, Per.MONTH)), ENGINE);
        stand(START.plusDays(3));
        plans.change(1, change(step(START.plusDays(3), Per.MONTH)), ENGINE);

        assertThat(desk.system(() -> plans.stepsOf(1))).hasSize(1);
    }

    private List<Window> rows(long personId) {
        return desk.system(() ->
                table.rows(personId).stream().map(WindowTable.Stored::window).toList());
    }

    private int round(LocalDate day) {
        int opened = 0;
        for (int chunk = 1; chunk > 0; opened += chunk) {
            chunk = DataScope.system("round").call(() -> opening.openChunk(day, 50));
        }
        return opened;
    }

    private void stand(LocalDate day) {
        clock.set(ZonedDateTime.of(day, LocalTime.of(8, 0), WorkCalendar.ZONE).toInstant());
    }

    private void nodes() {
        desk.system(() -> jdbc.update(
                "insert into special_node (district_code, name, start_on, end_on) values (?, 'N', ?, ?), (?, 'Y', ?, ?)",
                DemoNetwork.DISTRICT_CODE,
                NATIONAL_DAY.start(),
                NATIONAL_DAY.end(),
                DemoNetwork.DISTRICT_CODE,
                NEW_YEAR.start(),
                NEW_YEAR.end()));
    }

    private static List<PlanStep> history(Random random) {
        var pers = List.of(Per.WEEK, Per.MONTH, Per.QUARTER, Per.HALF_YEAR);
        var steps = new ArrayList<PlanStep>();
        LocalDate day = START.plusDays(random.nextInt(100));
        Per before = null;
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            Per per = pers.get(random.nextInt(4));
            if (before != null && random.nextInt(5) == 0) {
                steps.add(
                        random.nextBoolean()
                                ? PlanStep.end(day, "DEATH")
                                : new PlanStep(day, List.of(), List.of(), "TIER"));
                before = null;
            } else if (per != before) {
                steps.add(step(day, per));
                before = per;
            }
            day = day.plusDays(1 + random.nextInt(90));
        }
        return steps;
    }

    private static PlanStep step(LocalDate from, Per per) {
        return new PlanStep(
                from,
                List.of(new Duty(per, 1, Channels.HOME_PHONE_VIDEO, false)),
                per == Per.WEEK ? List.of(new Duty(Per.DAY, 1, Channels.ANY, false)) : List.of(),
                "TIER");
    }

    private static VisitPlans.Change change(PlanStep step) {
        return new VisitPlans.Change(
                step,
                step.isEnd() ? Tier.NONE : Tier.HIGH,
                "majorChange",
                "songjiang",
                "visit-tier:1 visit-cadence:1",
                POINT);
    }

    private static final class Threads implements AutoCloseable {
        private final java.util.concurrent.ExecutorService pool = Executors.newFixedThreadPool(2);

        <T> Future<T> submit(java.util.concurrent.Callable<T> work) {
            return pool.submit(work);
        }

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}
