package org.jiuzhu.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.PlanStep;
import org.jiuzhu.cadence.WindowState;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jiuzhu.servicerecord.Sheets;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.DataScope.Level;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.visit.LedgerLine.Visit;
import org.jiuzhu.visit.MissedVisits.Explanation;
import org.jiuzhu.visit.MissedVisits.Reason;
import org.jiuzhu.visit.VisitReport.Finding;
import org.jiuzhu.visit.VisitReport.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@JiuzhuTest
class VisitLedgerTest {

    private static final Place HERE = new Place("999901", "999901005", Actors.POINT);
    private static final Place THERE = new Place("999901", "999901005", Actors.OTHER_POINT);
    private static final DataScope STREET = new DataScope(Level.STREET, Actors.STATION);
    private static final Actor LIN = Actors.pointConsultant();
    private static final Actor ENGINE = Actor.machine(Actor.SYSTEM);
    private static final YearMonth JULY = YearMonth.of(2026, 7);

    @Autowired
    VisitLedger ledger;

    @Autowired
    VisitPlans plans;

    @Autowired
    VisitReports reports;

    @Autowired
    ServiceRecords records;

    @Autowired
    MissedVisits missed;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    TestClock clock;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    long zhao;
    long qian;

    @BeforeEach
    void register() {
        stand(LocalDate.parse("2026-07-01"));
        zhao = person("赵示例", "1 号 101");
        qian = person("钱演示", "1 号 102");
    }

    @Test
    void itSaysWhoWasOwedWhatAndWhoVisitedWhenAndHow() {
        plan(zhao, "2026-07-01", HERE, monthly());
        plan(qian, "2026-07-01", HERE, monthly());
        stand(LocalDate.parse("2026-07-20"));
        visit(zhao, "2026-07-14", Outcome.DONE);
        visit(qian, "2026-07-15", Outcome.NOT_HOME);
        stand(LocalDate.parse("2026-08-03"));

        Ledger july = july("2026-08-03");

        assertThat(july.lines()).extracting(LedgerLine::name).containsExactly("钱演示", "赵示例");
        LedgerLine met = july.lines().get(1);
        assertThat(met.tier()).isEqualTo(Tier.HIGH);
        assertThat(met.state()).isEqualTo(new WindowState(DueState.MET, 1));
        assertThat(met.visits()).singleElement().satisfies(visit -> {
            assertThat(visit.on()).isEqualTo("2026-07-14");
            assertThat(visit.by()).isEqualTo("林试用");
            assertThat(visit.recordNumber()).isEqualTo("JL-2026-000001");
            assertThat(visit.counts()).isTrue();
        });
        assertThat(july.lines().get(0).state().state()).isEqualTo(DueState.MISSED);
        assertThat(july.lines().get(0).visits()).extracting(Visit::counts).containsExactly(false);
        assertThat(july.totals()).isEqualTo(new Ledger.Totals(2, 2, 1, 1, 1, 0, 0, 0, 0));
    }

    @Test
    void aMissStaysInTheFiguresWhenItIsMadeUpFor() {
        plan(zhao, "2026-07-01", HERE, monthly());
        stand(LocalDate.parse("2026-08-03"));
        visit(zhao, "2026-08-03", Outcome.DONE);

        assertThat(july("2026-08-02").totals()).isEqualTo(new Ledger.Totals(1, 1, 0, 0, 1, 0, 0, 0, 0));
        Ledger after = july("2026-08-03");
        assertThat(after.totals()).isEqualTo(new Ledger.Totals(1, 1, 0, 0, 1, 0, 0, 0, 1));
        assertThat(after.lines().get(0).visits()).extracting(Visit::late).containsExactly(true);
        assertThat(of(YearMonth.of(2026, 8), "2026-08-03").totals().met()).isEqualTo(1);
    }

    @Test
    void anExplanationIsToldFromTheDayOnWhichItWasGiven() {
        plan(zhao, "2026-07-01", HERE, monthly());
        stand(LocalDate.parse("2026-08-05"));
        long window = desk.system(() -> jdbc.queryForObject("select id from visit_window", Long.class));
        desk.system(() -> {
            missed.explain(window, new Explanation(Reason.AWAY, "住院", null), LIN);
            return window;
        });
        stand(LocalDate.parse("2026-08-09"));
        visit(zhao, "2026-08-09", Outcome.DONE);

        assertThat(july("2026-08-04").lines().get(0).explained()).isNull();
        assertThat(july("2026-08-09").lines()).singleElement().satisfies(line -> {
            assertThat(line.explained()).isEqualTo("AWAY");
            assertThat(line.madeUpOn()).as("it was given up for July").isNull();
        });
    }

    @Test
    void aLongPeriodIsListedInEachMonthAndCountedInItsLast() {
        plan(zhao, "2026-07-01", HERE, new Duty(Per.QUARTER, 1, Channels.HOME_PHONE, false));
        stand(LocalDate.parse("2026-10-05"));

        assertThat(july("2026-10-05").lines()).hasSize(1);
        assertThat(july("2026-10-05").totals().periods()).isZero();
        assertThat(of(YearMonth.of(2026, 9), "2026-10-05").totals().missed()).isEqualTo(1);
    }

    @Test
    void whatIsOwedGoesAlongWithAMoveAndWhatWasDoneStays() {
        plan(zhao, "2026-07-01", HERE, monthly());
        plan(qian, "2026-07-01", HERE, monthly());
        stand(LocalDate.parse("2026-07-10"));
        visit(zhao, "2026-07-10", Outcome.DONE);
        stand(LocalDate.parse("2026-07-15"));
        move(zhao);
        move(qian);
        stand(LocalDate.parse("2026-08-03"));

        assertThat(july("2026-08-03").lines()).extracting(LedgerLine::personId).containsExactly(zhao);
        assertThat(at(THERE, JULY, "2026-08-03").lines())
                .extracting(LedgerLine::personId)
                .containsExactly(qian);
        assertThat(july("2026-07-14").lines())
                .as("before the move both were owed here")
                .hasSize(2);
    }

    @Test
    void nobodyReadsTheLedgerOfAnotherPlace() {
        plan(zhao, "2026-07-01", HERE, monthly());

        DataScope elsewhere = new DataScope(Level.POINT, Actors.OTHER_POINT);
        assertThat(elsewhere
                        .call(() -> ledger.of(HERE, JULY, LocalDate.parse("2026-07-01")))
                        .lines())
                .isEmpty();
    }

    /** Plans rise, fall, end and are taken back, visits are told, corrected and told late, nodes come and go. */
    @Test
    void whatItSaysOfAPastDayIsWhatItSaidThen() {
        var random = new Random(11);
        Map<LocalDate, Ledger> shown = new LinkedHashMap<>();
        List<Long> everybody = new ArrayList<>(List.of(zhao, qian, person("孙样例", "103"), person("李虚构", "104")));
        LocalDate end = LocalDate.parse("2026-12-20");
        Long node = null;
        for (LocalDate day = LocalDate.parse("2026-07-02"); day.isBefore(end); day = day.plusDays(1)) {
            stand(day);
            for (long person : everybody) {
                live(person, day, random);
            }
            node = nodes(node, day, random);
            if (random.nextInt(3) == 0) {
                shown.put(day, of(YearMonth.from(day.minusDays(10)), day.toString()));
            }
        }

        shown.forEach((day, then) -> {
            Ledger again = of(then.month(), day.toString());
            assertThat(again.lines()).as("as of %s", day).isEqualTo(then.lines());
            assertThat(again.totals()).isEqualTo(then.totals());
        });
        assertThat(shown.values().stream()
                        .mapToInt(then -> then.totals().missed())
                        .sum())
                .as("the days were eventful")
                .isPositive();
    }

    private void live(long person, LocalDate day, Random random) {
        switch (random.nextInt(24)) {
            case 0 -> plan(person, day.toString(), HERE, duty(random));
            case 1 -> plan(person, day.toString(), random.nextBoolean() ? THERE : HERE, duty(random), true);
            case 2 -> end(person, day);
            case 3 -> takeBackLast(person);
            case 4, 5, 6 ->
                visit(person, day.minusDays(random.nextInt(12)).toString(), Outcome.values()[random.nextInt(3)]);
            case 7 -> correctLast(random);
            default -> {}
        }
    }

    private Long nodes(Long node, LocalDate day, Random random) {
        if (node == null && random.nextInt(20) == 0) {
            return desk.system(() -> jdbc.queryForObject(
                    """
                    insert into special_node (district_code, name, start_on, end_on, recorded_at)
                    values ('999901', 'N', ?, ?, ?) returning id
                    """,
                    Long.class,
                    day.plusDays(3),
                    day.plusDays(12),
                    Timestamp.from(clock.now())));
        }
        if (node != null && random.nextInt(9) == 0) {
            desk.system(() -> jdbc.update(
                    "update special_node set removed_at = ? where id = ?", Timestamp.from(clock.now()), node));
            return null;
        }
        return node;
    }

    private static Duty duty(Random random) {
        Per per = List.of(Per.WEEK, Per.MONTH, Per.QUARTER).get(random.nextInt(3));
        return new Duty(per, per == Per.WEEK ? 2 : 1, Channels.HOME_PHONE, random.nextBoolean());
    }

    private void takeBackLast(long person) {
        List<Long> last = desk.system(() -> jdbc.queryForList(
                "select max(id) from visit_step where person_id = ? and undone_at is null having max(id) is not null",
                Long.class,
                person));
        last.forEach(step -> plans.undo(step, ENGINE));
    }

    private void correctLast(Random random) {
        List<Long> last = desk.system(() -> jdbc.queryForList(
                """
                select max(r.id) from service_record r
                where not exists (select 1 from service_record n where n.supersedes_id = r.id) having max(r.id) is not null
                """,
                Long.class));
        last.forEach(id -> STREET.run(() -> records.correct(
                id,
                UUID.randomUUID(),
                Sheets.on(LocalDate.ofInstant(clock.now(), WorkCalendar.ZONE).minusDays(random.nextInt(20))),
                "日期写错了",
                List.of(),
                LIN)));
    }

    private void end(long person, LocalDate day) {
        plans.change(person, change(PlanStep.end(day, "MOVED_OUT"), HERE), ENGINE);
    }

    private static Duty monthly() {
        return new Duty(Per.MONTH, 1, Channels.HOME_PHONE, false);
    }

    private void plan(long person, String from, Place place, Duty duty) {
        plan(person, from, place, duty, false);
    }

    private void plan(long person, String from, Place place, Duty duty, boolean onNodes) {
        List<Duty> daily = onNodes ? List.of(new Duty(Per.DAY, 1, Channels.ANY, false)) : List.of();
        plans.change(person, change(new PlanStep(LocalDate.parse(from), List.of(duty), daily, "TIER"), place), ENGINE);
    }

    /** The same duties at the next point. */
    private void move(long person) {
        desk.system(() -> jdbc.update(
                """
                insert into visit_step (person_id, from_on, reason, tier, tier_reason, duties, on_nodes, profile, rules,
                    recorded_at, recorded_by, district_code, street_code, point_code)
                select person_id, '2026-07-15', 'MOVED', tier, tier_reason, duties, on_nodes, profile, rules, ?, 'system', district_code,
                    street_code, ? from visit_step where person_id = ?
                """,
                Timestamp.from(clock.now()),
                Actors.OTHER_POINT,
                person));
    }

    private static VisitPlans.Change change(PlanStep step, Place place) {
        return new VisitPlans.Change(
                step,
                step.isEnd() ? Tier.NONE : Tier.HIGH,
                "majorChange",
                "songjiang",
                "visit-tier:1 visit-cadence:1",
                place);
    }

    private void visit(long person, String on, Outcome outcome) {
        Told told = new Told(
                person,
                outcome,
                outcome == Outcome.DONE ? Finding.NO_CHANGE : null,
                outcome == Outcome.REFUSED ? RefusalReason.NO_NEED.name() : null);
        STREET.run(() -> reports.report(
                VisitReport.of(UUID.randomUUID(), List.of(told), Sheets.on(LocalDate.parse(on)), null), LIN));
    }

    private Ledger july(String asOf) {
        return of(JULY, asOf);
    }

    private Ledger of(YearMonth month, String asOf) {
        return at(HERE, month, asOf);
    }

    private Ledger at(Place place, YearMonth month, String asOf) {
        return STREET.call(() -> ledger.of(place, month, LocalDate.parse(asOf)));
    }

    private long person(String name, String room) {
        return desk.system(() -> {
            long id = people.register(new NewPerson(Actors.POINT, name, null, null))
                    .id();
            households.register(new NewHousehold(Actors.POINT, "松鹤路 1 弄", room, id));
            return id;
        });
    }

    /** In the evening: the day's work is written down. */
    private void stand(LocalDate day) {
        clock.set(ZonedDateTime.of(day, LocalTime.of(20, 0), WorkCalendar.ZONE).toInstant());
    }
}
