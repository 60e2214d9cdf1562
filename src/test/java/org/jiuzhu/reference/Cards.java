package org.jiuzhu.reference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the cards of one person by walking through the days one by one, as somebody with a paper calendar would:
 * cross out what no longer holds, then write down what begins. domain.md section 3, what follows visit-cadence, and
 * decision 008 for what is assumed there.
 */
final class Cards {

    private final List<Owed> done = new ArrayList<>();
    /** Not yet over and not crossed out; the daily ones are written and done at once. */
    private final List<Owed> running = new ArrayList<>();

    private List<Promise> promised = List.of();
    /** Of which promises in force a card was written: one period follows on the other from then on. */
    private final Set<Unit> begun = EnumSet.noneOf(Unit.class);

    private Cards() {}

    /**
     * What a day demands: the promises of its tier, and those of a special node.
     *
     * @param ofNobody whether the person is not to be visited at all: dead, gone, off the register, or by their own wish
     */
    record Demand(boolean ofNobody, List<Promise> always, List<Promise> onNodes) {

        static Demand of(Notice notice, NoticeTier tier) {
            return new Demand(tier == NoticeTier.NONE, Promise.of(notice, tier), Promise.onSpecialNodes(tier));
        }

        static Demand nothing() {
            return new Demand(true, List.of(), List.of());
        }
    }

    /**
     * What new rules alone make of the demand on the day on which they begin to hold.
     *
     * @param atOnce whether they do not wait until what is running has ended
     */
    record Turn(Demand demand, boolean atOnce) {}

    /** Under rules that never change. */
    static List<Owed> keep(long from, long until, LongFunction<Demand> demand, LongPredicate isNode) {
        return keep(from, until, demand, day -> null, isNode);
    }

    /**
     * @param until first day that is not looked at any more
     * @param turns on the days on which other rules begin to hold, of what was known the day before; otherwise null
     */
    static List<Owed> keep(
            long from,
            long until,
            LongFunction<Demand> demand,
            LongFunction<@Nullable Turn> turns,
            LongPredicate isNode) {
        Cards book = new Cards();
        for (long day = from; day < until; day++) {
            Turn turn = turns.apply(day);
            if (turn != null) {
                book.turn(day, turn);
            }
            Demand today = demand.apply(day);
            book.live(day, today);
            if (isNode.test(day)) {
                for (Promise daily : today.onNodes()) {
                    book.done.add(new Owed(day, day + 1, day, daily, true, null));
                }
            }
        }
        book.done.addAll(book.running);
        return List.copyOf(book.done);
    }

    /** Nothing has happened to anybody: what is running ends as it began, unless the new rules were to hold at once. */
    private void turn(long day, Turn turn) {
        putAway(card -> card.next() <= day);
        List<Promise> now = turn.demand().always();
        Predicate<Owed> isOfOldRules = card -> !now.contains(card.promise());
        boolean begins =
                turn.atOnce() && (!now.equals(promised) || running.stream().anyMatch(isOfOldRules));
        if (turn.atOnce()) {
            strikeOut(day, isOfOldRules, now.isEmpty());
        }
        if (!now.equals(promised)) {
            begun.clear();
        }
        promised = now;
        now.forEach(promise -> write(day, promise, begins));
    }

    private void live(long day, Demand demand) {
        putAway(card -> card.next() <= day);
        List<Promise> today = demand.always();
        boolean rose = !today.isEmpty() && tightest(today) < watchedUntilNow();
        if (!today.equals(promised)) {
            begun.clear();
        }
        if (demand.ofNobody()) {
            strikeOut(day, card -> true, true);
        } else if (!today.equals(promised) && !today.isEmpty()) {
            strikeOut(day, card -> card.promise().unit().ordinal() > tightest(today), false);
        }
        promised = today;
        for (Promise promise : today) {
            write(day, promise, rose);
        }
    }

    /**
     * How closely somebody was watched: what was promised, or, where nothing is promised any more, the longest period
     * that a fall has left to be kept. Nobody who was not watched at all can rise.
     */
    private int watchedUntilNow() {
        return promised.isEmpty()
                ? running.stream()
                        .mapToInt(card -> card.promise().unit().ordinal())
                        .max()
                        .orElse(-1)
                : tightest(promised);
    }

    private void strikeOut(long day, Predicate<Owed> which, boolean becauseNobody) {
        running.replaceAll(card -> which.test(card) ? card.strike(day, becauseNobody) : card);
        putAway(card -> card.struck() != null);
    }

    private void putAway(Predicate<Owed> isOver) {
        running.stream().filter(isOver).forEach(done::add);
        running.removeIf(isOver);
    }

    /**
     * A rise means danger: what it demands begins that day, in full. Otherwise a tighter period that a fall has left
     * over ends first, and half of the promise's own must be left.
     */
    private void write(long day, Promise promise, boolean rose) {
        if (running.stream().anyMatch(card -> card.promise().unit() == promise.unit())) {
            begun.add(promise.unit());
            return;
        }
        long first = promise.unit().first(day);
        long next = promise.unit().next(day);
        boolean halfIsLeft = running.isEmpty() && 2 * (next - day) >= next - first;
        if (rose || halfIsLeft || begun.contains(promise.unit())) {
            running.add(new Owed(first, next, day, promise, false, null));
            begun.add(promise.unit());
        }
    }

    private static int tightest(List<Promise> promises) {
        return promises.stream()
                .mapToInt(promise -> promise.unit().ordinal())
                .min()
                .orElseThrow();
    }
}
