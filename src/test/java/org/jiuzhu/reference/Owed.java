package org.jiuzhu.reference;

import org.jspecify.annotations.Nullable;

/**
 * Visits owed to somebody in one period of the calendar, as a supervisor would note it on a card.
 *
 * @param first first day of the period
 * @param next first day after it
 * @param since the day from which it is owed
 * @param daily whether it is the daily care of a special node
 */
record Owed(long first, long next, long since, Promise promise, boolean daily, @Nullable Struck struck) {

    /** Crossed out on a day, because nobody is to be visited any more or because a tighter period took its place. */
    record Struck(long on, boolean becauseNobody) {}

    Owed strike(long day, boolean becauseNobody) {
        return new Owed(first, next, since, promise, daily, new Struck(day, becauseNobody));
    }
}
