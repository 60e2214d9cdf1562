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
import org.jiuzhu.reference.Cards.Demand;
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
            Death death = deaths.get(person);
            long gone = death != null && death.isKnown(day) ? death.on() : Long.MAX_VALUE;
            List<Try> told = tries.getOrDefault(person, List.of()).stream()
                    .filter(one -> one.on() <= day)
                    .map(Told::what)
                    .toList();
            for (Owed card : Cards.keep(known.firstKey(), day + 1, on -> demand(known, gone, on), isNode)) {
                int seen = Math.min(card.promise().count(), Verdict.seen(card, told, day));
                lines.add(new Line(person, card, Verdict.of(card, told, day), seen));
            }
        });
        return lines;
    }

    private static Demand demand(NavigableMap<Long, Facts> known, long gone, long day) {
        var latest = known.floorEntry(day);
        @Nullable Facts today = latest == null ? null : latest.getValue();
        if (today == null || gone <= day) {
            return Demand.nothing();
        }
        return Demand.of(today.notice(), NoticeTier.of(today, day));
    }
}
