package org.jiuzhu.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.demo.DemoClock;
import org.jiuzhu.reference.YearBook.Line;
import org.jiuzhu.reference.YearLedgers.Figures;
import org.jiuzhu.reference.YearLedgers.Said;
import org.jiuzhu.rulechange.RuleChange;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.Timers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * A year of the demo district, from its first start on, by the demo clock: every midnight's round, every reminder, window's
 * end and escalation runs at its own moment, and by day the district's people do, forget, refuse and explain; three times
 * the district orders other rules. At the end, and at each quarter's end on the way, the ledgers of all points and the rows
 * behind them say of every person and period, and of every visit beside the plans, what the reference says, which was told
 * who entered, what happened, what was ordered and who came.
 *
 * <p>{@code -Dyear.days} is how many days are played.
 */
@JiuzhuTest
@TestPropertySource(properties = "jiuzhu.visit.round.on-change=true")
class DemoYearTest {

    private static final Logger log = LoggerFactory.getLogger(DemoYearTest.class);

    private static final LocalDate FIRST = LocalDate.parse("2026-07-06");
    private static final int YEAR = 365;
    private static final int DAYS = Integer.getInteger("year.days", YEAR);
    private static final int HOUR = 10;
    private static final int MOST_SHOWN = 20;
    private static final int NANOS_A_MILLI = 1_000_000;
    private static final Set<LocalDate> QUARTERS =
            Set.of(LocalDate.parse("2026-09-30"), LocalDate.parse("2026-12-31"), LocalDate.parse("2027-03-31"));

    @Autowired
    DemoClock clock;

    @Autowired
    Timers timers;

    @Autowired
    ApplicationContext product;

    private final Map<LocalDate, Said> seen = new LinkedHashMap<>();
    private final Map<String, Long> spent = new LinkedHashMap<>();

    @AfterEach
    void takeTheTablesBack() {
        new YearDistrict(new YearTown(product)).takeTheTablesBack();
    }

    @Test
    void aYearOfTheDistrictEndsWithTheLedgerOfTheReference() {
        YearTown town = new YearTown(product);
        YearStart start = new YearStart(town, FIRST);
        timed("first start", start::seed);
        timers.everyMidnight();
        YearHomes homes = new YearHomes();
        YearBook book = start.book(homes);
        YearLedgers ledgers = new YearLedgers(town, start.registered());
        YearTimers waiting = new YearTimers(town);
        YearEvents events = new YearEvents(town, book, homes);
        YearVisits visits = new YearVisits(town, book, homes);
        YearOffice office = new YearOffice(town, book);
        YearDistrict district = new YearDistrict(town);
        LocalDate last = FIRST.plusDays(DAYS - 1L);
        for (LocalDate day = FIRST; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate today = day;
            timed("clock", () -> stand(today));
            timed("timers", waiting::check);
            timed("events", () -> events.of(today));
            timed("visits", () -> visits.of(today));
            timed("evening", () -> events.ofTheEvening(today));
            timed("office", () -> office.of(today));
            timed("district", () -> district.of(today));
            if (QUARTERS.contains(day) || day.equals(last)) {
                timed("ledgers", () -> compare(ledgers, book, today));
            }
        }
        log.info(
                "{} days in milliseconds: {}; {} tasks done, {} visits tried, {} timers looked at, {}, {}, {} beside the plans",
                DAYS,
                spent,
                town.completed(),
                book.tries(),
                waiting.checked(),
                events.happened(),
                seen.get(last).figures(),
                seen.get(last).beside().size());
        timed("asked again", () -> sayTheSame(ledgers));
        YearTraces traces = new YearTraces(town);
        traces.areAs(book.asOf(last.toEpochDay()));
        traces.areBeside(book.besideAsOf(last.toEpochDay()));
        traces.forgetNobody(last);
        if (DAYS == YEAR) {
            assertThat(events.happened().keySet())
                    .containsExactlyInAnyOrder(
                            "alert",
                            "category",
                            "death",
                            "entry",
                            "event",
                            "mistaken death",
                            "move",
                            "special care",
                            "urgent event");
            assertThat(district.orders()).hasSize(YearOrder.values().length).containsOnly(RuleChange.State.DONE);
            assertThat(seen.get(last).beside()).extracting(Beside.Line::why).contains(Beside.Why.values());
            assertThat(seen.get(last).figures().some()).doesNotContain(0);
        }
    }

    private void stand(LocalDate day) {
        if (day.isAfter(FIRST)) {
            clock.to(day.atTime(HOUR, 0).atZone(ProductClock.ZONE).toInstant());
        }
    }

    private void timed(String what, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        spent.merge(what, (System.nanoTime() - begun) / NANOS_A_MILLI, Long::sum);
    }

    private void compare(YearLedgers ledgers, YearBook book, LocalDate day) {
        Said said = ledgers.asOf(day);
        seen.put(day, said);
        Set<Line> reference = book.asOf(day.toEpochDay());
        assertThat(differences(said.lines(), reference))
                .as("the ledgers of %s", day)
                .isEmpty();
        assertThat(said.figures()).as("the figures of %s", day).isEqualTo(Figures.of(reference));
        assertThat(said.beside())
                .as("beside the plans on %s", day)
                .containsExactlyInAnyOrderElementsOf(book.besideAsOf(day.toEpochDay()));
    }

    /** A past day's ledger says what it said then. */
    private void sayTheSame(YearLedgers ledgers) {
        seen.forEach((day, then) -> {
            Said now = ledgers.asOf(day);
            assertThat(differences(now.lines(), then.lines()))
                    .as("the ledgers of %s, asked again, against what they said then", day)
                    .isEmpty();
            assertThat(now.figures()).isEqualTo(then.figures());
            assertThat(now.beside())
                    .as("beside the plans on %s, asked again", day)
                    .isEqualTo(then.beside());
        });
    }

    /** The first of them, person by person and period by period. */
    private static List<String> differences(Set<Line> product, Set<Line> reference) {
        Set<Line> onlyProduct = new HashSet<>(product);
        onlyProduct.removeAll(reference);
        Set<Line> onlyReference = new HashSet<>(reference);
        onlyReference.removeAll(product);
        List<String> found = new ArrayList<>();
        onlyProduct.forEach(line -> found.add(say(line, "product  ")));
        onlyReference.forEach(line -> found.add(say(line, "reference")));
        found.sort(Comparator.naturalOrder());
        if (found.size() > MOST_SHOWN) {
            return List.of(String.join("\n", found.subList(0, MOST_SHOWN)), "and so on: " + found.size());
        }
        return found;
    }

    private static String say(Line line, String who) {
        Owed owed = line.owed();
        String struck = owed.struck() == null
                ? ""
                : " until " + Shipped.date(owed.struck().on()) + (owed.struck().becauseNobody() ? " of nobody" : "");
        return "person %4d, %d per %s%s from %s, owed since %s%s: the %s says %s with %d"
                .formatted(
                        line.person(),
                        owed.promise().count(),
                        owed.promise().unit(),
                        owed.daily() ? " of a node" : "",
                        Shipped.date(owed.first()),
                        Shipped.date(owed.since()),
                        struck,
                        who,
                        line.verdict(),
                        line.done());
    }
}
