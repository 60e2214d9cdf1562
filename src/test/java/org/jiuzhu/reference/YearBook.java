package org.jiuzhu.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jiuzhu.reference.Cards.Demand;
import org.jiuzhu.reference.Cards.Turn;
import org.jiuzhu.reference.Verdict.Ending;
import org.jiuzhu.reference.Verdict.Try;
import org.jspecify.annotations.Nullable;

/**
 * What the reference knows of a register's people: the facts from each day on, who came when, and when that was told. It
 * can be asked how everything stood on the evening of any day.
 */
final class YearBook {

    /** One period of one person as a ledger shows it, in the reference's words. */
    record Line(long person, Owed owed, Verdict verdict, int done) {}

    private record Told(Try what, long on) {}

    /** A death, which may turn out to be a mistake: then it has never been. */
    private record Death(long on, long told, long takenBack) {

        boolean isKnown(long asOf) {
            return told <= asOf && asOf < takenBack;
        }
    }

    private final Map<Long, NavigableMap<Long, Facts>> facts = new TreeMap<>();
    private final Map<Long, List<Told>> tries = new HashMap<>();
    private final Map<Long, Death> deaths = new HashMap<>();
    private final Map<Long, List<Beside>> alerts = new HashMap<>();
    private final LongPredicate isNode;

    YearBook(LongPredicate isNode) {
        this.isNode = isNode;
    }

    void enters(long person, long day, Facts known) {
        facts.computeIfAbsent(person, key -> new TreeMap<>()).put(day, known);
    }

    void changes(long person, long day, UnaryOperator<Facts> how) {
        NavigableMap<Long, Facts> known = facts.get(person);
        known.put(day, how.apply(known.lastEntry().getValue()));
    }

    void dies(long person, long on, long told) {
        deaths.put(person, new Death(on, told, Long.MAX_VALUE));
    }

    void livesAfterAll(long person, long day) {
        deaths.computeIfPresent(person, (key, death) -> new Death(death.on(), death.told(), day));
    }

    void tried(long person, Try what, long told) {
        tries.computeIfAbsent(person, key -> new ArrayList<>()).add(new Told(what, told));
    }

    /** An alert: somebody is to be looked after at once, unless that is under way already. */
    void alerted(long person, long day) {
        List<Try> told = told(person, day);
        List<Beside> before = alerts.computeIfAbsent(person, key -> new ArrayList<>());
        if (before.stream().noneMatch(one -> isOpen(Verdict.of(one.card(), told, day)))) {
            before.add(Beside.ofAlert(day, wasMet(person, day)));
        }
    }

    boolean wasMet(long person, long day) {
        return told(person, day).stream().anyMatch(one -> one.on() == day && one.ending() == Ending.SEEN);
    }

    private static boolean isOpen(Verdict verdict) {
        return verdict == Verdict.RUNNING || verdict == Verdict.NOT_BEGUN;
    }

    /** Everybody who was ever on the register, in their order. */
    Set<Long> everybody() {
        return facts.keySet();
    }

    /** On which day somebody came onto the register. */
    long since(long person) {
        return facts.get(person).firstKey();
    }

    Facts of(long person) {
        return facts.get(person).lastEntry().getValue();
    }

    boolean isDead(long person) {
        Death death = deaths.get(person);
        return death != null && death.takenBack() == Long.MAX_VALUE;
    }

    int tries() {
        return tries.values().stream().mapToInt(List::size).sum();
    }

    /** How every period that had begun stood on the evening of a day. */
    Set<Line> asOf(long day) {
        Set<Line> lines = new HashSet<>();
        facts.forEach((person, known) -> {
            if (known.firstKey() > day) {
                return;
            }
            long gone = gone(person, day);
            List<Try> told = told(person, day);
            for (Owed card : Cards.keep(
                    known.firstKey(), day + 1, on -> demand(known, gone, on), on -> turn(known, gone, on), isNode)) {
                int seen = Math.min(card.promise().count(), Verdict.seen(card, told, day));
                lines.add(new Line(person, card, Verdict.of(card, told, day), seen));
            }
        });
        return lines;
    }

    /** How every visit beside the plans that was asked for until the evening of a day stood then. */
    Set<Beside.Line> besideAsOf(long day) {
        Set<Beside.Line> lines = new HashSet<>();
        facts.forEach((person, known) -> {
            Stream.concat(alerts.getOrDefault(person, List.of()).stream(), Beside.offers(known, day).stream())
                    .filter(one -> one.asked() <= day)
                    .filter(one -> !wasKnownDead(person, one.asked()))
                    .forEach(one -> {
                        Owed card = one.card();
                        Verdict verdict = Verdict.of(card, told(person, day), day);
                        boolean isOfNobody = verdict != Verdict.MET && gone(person, day) < card.next();
                        lines.add(new Beside.Line(
                                person,
                                one.why(),
                                card.first(),
                                card.next(),
                                isOfNobody ? Verdict.CANCELLED : verdict));
                    });
        });
        return lines;
    }

    private boolean wasKnownDead(long person, long asked) {
        Death death = deaths.get(person);
        return death != null && death.isKnown(asked) && death.told() < asked;
    }

    private long gone(long person, long asOf) {
        Death death = deaths.get(person);
        return death != null && death.isKnown(asOf) ? death.on() : Long.MAX_VALUE;
    }

    private List<Try> told(long person, long asOf) {
        return tries.getOrDefault(person, List.of()).stream()
                .filter(one -> one.on() <= asOf)
                .map(Told::what)
                .toList();
    }

    /** New rules are weighed by what was known of somebody the day before. */
    private static @Nullable Turn turn(NavigableMap<Long, Facts> known, long gone, long day) {
        var before = known.lowerEntry(day);
        return before == null || gone <= day ? null : YearOrder.turn(before.getValue(), day);
    }

    private static Demand demand(NavigableMap<Long, Facts> known, long gone, long day) {
        var latest = known.floorEntry(day);
        @Nullable Facts today = latest == null ? null : latest.getValue();
        if (today == null || gone <= day) {
            return Demand.nothing();
        }
        return YearOrder.demand(today, day);
    }
}
