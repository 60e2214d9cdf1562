package org.jiuzhu.reference;

import java.util.List;
import java.util.stream.LongStream;

/** How a card stands on the evening of a day, said once more in plain words. */
enum Verdict {
    NOT_BEGUN,
    RUNNING,
    MET,
    ATTEMPTED,
    MISSED,
    CANCELLED;

    /** Retried on up to three different days [A]. */
    static final int EMPTY_HOUSES = 3;

    /** One try to see somebody. */
    record Try(long on, Promise.Way way, Ending ending) {}

    enum Ending {
        SEEN,
        NOBODY_HOME,
        REFUSED
    }

    static Verdict of(Owed card, List<Try> tries, long today) {
        int seen = seen(card, tries, today);
        if (seen >= card.promise().count()) {
            return MET;
        }
        if (card.struck() != null && card.struck().on() <= today) {
            return CANCELLED;
        }
        if (today < card.since()) {
            return NOT_BEGUN;
        }
        if (today < card.next()) {
            return RUNNING;
        }
        return wasAttempted(tries.stream()
                        .filter(one -> card.first() <= one.on() && one.on() < card.next())
                        .toList())
                ? ATTEMPTED
                : MISSED;
    }

    /** How many of the tries were visits that count, until the card was struck. */
    static int seen(Owed card, List<Try> tries, long today) {
        long last = card.struck() == null
                ? card.next() - 1
                : Math.min(card.next() - 1, card.struck().on());
        LongStream days = tries.stream()
                .filter(one -> card.first() <= one.on() && one.on() <= Math.min(last, today))
                .filter(one ->
                        one.ending() == Ending.SEEN && card.promise().ways().contains(one.way()))
                .mapToLong(Try::on);
        return (int) (card.promise().onePerDay() ? days.distinct() : days).count();
    }

    /** Refused once, or nobody home on so many different days: somebody went, so it is told apart from a miss. */
    private static boolean wasAttempted(List<Try> tries) {
        return tries.stream().anyMatch(one -> one.ending() == Ending.REFUSED)
                || tries.stream()
                                .filter(one -> one.ending() == Ending.NOBODY_HOME)
                                .map(Try::on)
                                .distinct()
                                .count()
                        >= EMPTY_HOUSES;
    }
}
