package org.jiuzhu.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jiuzhu.cadence.Contact;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.WindowPlanner;
import org.jiuzhu.cadence.WindowState;
import org.jiuzhu.calendar.Calendars;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.reference.Cards.Demand;
import org.junit.jupiter.api.Test;

/**
 * The product's rules against a reference that was written from the notices and the domain description alone: 10,000
 * made-up people over three years, their tiers, what is owed to them, and how it stands.
 */
class ReferenceTest {

    private static final int PEOPLE = Integer.getInteger("reference.people", 10_000);
    private static final long FROM = Almanac.day(2026, 1, 1);
    private static final long UNTIL = Almanac.day(2029, 1, 1);
    private static final int MOMENTS = 3;

    /** 元旦 春节 国庆 and two weeks of giving: {first day, exclusive end}. */
    private static final long[][] NODES = {
        {Almanac.day(2026, 1, 1), Almanac.day(2026, 1, 4)},
        {Almanac.day(2026, 2, 15), Almanac.day(2026, 2, 24)},
        {Almanac.day(2026, 9, 5), Almanac.day(2026, 9, 12)},
        {Almanac.day(2026, 10, 1), Almanac.day(2026, 10, 8)},
        {Almanac.day(2026, 12, 31), Almanac.day(2027, 1, 4)},
        {Almanac.day(2027, 2, 5), Almanac.day(2027, 2, 13)},
        {Almanac.day(2028, 2, 28), Almanac.day(2028, 3, 2)},
    };

    private static final WorkCalendar CALENDAR = Calendars.shipped();

    private final Shipped product = new Shipped();
    private final Map<String, Integer> differences = new LinkedHashMap<>();
    private final List<String> examples = new ArrayList<>();
    private final Map<Verdict, Integer> verdicts = new HashMap<>();
    private final Set<Unit> units = EnumSet.noneOf(Unit.class);

    @Test
    void tenThousandPeopleAreOwedForThreeYearsWhatTheNoticesSay() {
        for (long number = 0; number < PEOPLE; number++) {
            compare(number, Life.of(number, FROM, UNTIL));
        }
        assertThat(differences).as(String.join("\n", examples)).isEmpty();
        assertThat(verdicts.keySet()).as("the lives reach every state").containsExactlyInAnyOrder(Verdict.values());
        assertThat(units).as("and every unit").containsExactlyInAnyOrder(Unit.values());
    }

    private void compare(long number, Life life) {
        List<NoticeTier> tiers = new ArrayList<>();
        List<NoticeTier> theirs = new ArrayList<>();
        for (long day = FROM; day < UNTIL; day++) {
            Facts facts = life.on(day);
            tiers.add(facts == null ? NoticeTier.NONE : NoticeTier.of(facts, day));
            theirs.add(facts == null ? NoticeTier.NONE : product.tier(facts, day));
        }
        if (!tiers.equals(theirs)) {
            differ("tier", number, tiers, theirs);
            return;
        }
        List<Owed> cards = Cards.keep(FROM, UNTIL, day -> demand(life, tiers, day), ReferenceTest::isNode);
        List<Window> windows = WindowPlanner.plan(product.steps(life, theirs, FROM), spans(), Shipped.date(UNTIL))
                .windows();
        List<Owed> owed =
                windows.stream().map(Shipped::card).sorted(Shipped.ORDER).toList();
        List<Owed> expected = cards.stream().sorted(Shipped.ORDER).toList();
        if (!expected.equals(owed)) {
            List<Owed> only = new ArrayList<>(expected);
            only.removeAll(owed);
            List<Owed> more = new ArrayList<>(owed);
            more.removeAll(expected);
            differ("windows", number, only, more);
            return;
        }
        compareStates(number, life, windows);
    }

    private void compareStates(long number, Life life, List<Window> windows) {
        List<Contact> contacts = life.tries().stream().map(Shipped::contact).toList();
        Random dice = new Random(number);
        for (Window window : windows) {
            Owed card = Shipped.card(window);
            units.add(card.promise().unit());
            LongStream moments = LongStream.concat(
                    LongStream.of(card.since(), card.next() - 1, card.next(), UNTIL),
                    dice.longs(MOMENTS, card.first() - 2, card.next() + 10));
            moments.forEach(day -> {
                Instant evening = Shipped.date(day)
                        .atTime(LocalTime.of(21, 0))
                        .atZone(WorkCalendar.ZONE)
                        .toInstant();
                Verdict expected = Verdict.of(card, life.tries(), day);
                verdicts.merge(expected, 1, Integer::sum);
                Verdict said = Shipped.verdict(
                        WindowState.of(window, contacts, Verdict.EMPTY_HOUSES, evening, CALENDAR), card, day);
                if (expected != said) {
                    differ("state", number, expected, said + " on " + Shipped.date(day) + " of " + card);
                }
            });
        }
    }

    private void differ(String what, long number, Object expected, Object said) {
        if (differences.merge(what, 1, Integer::sum) <= 4) {
            examples.add(what + " of person " + number + "\n  reference: " + expected + "\n  product:   " + said);
        }
    }

    private static Demand demand(Life life, List<NoticeTier> tiers, long day) {
        Facts facts = life.on(day);
        NoticeTier tier = tiers.get((int) (day - FROM));
        return facts == null ? Demand.nothing() : Demand.of(facts.notice(), tier);
    }

    static boolean isNode(long day) {
        for (long[] node : NODES) {
            if (node[0] <= day && day < node[1]) {
                return true;
            }
        }
        return false;
    }

    private static List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (long[] node : NODES) {
            spans.add(new Span(Shipped.date(node[0]), Shipped.date(node[1])));
        }
        return spans;
    }
}
