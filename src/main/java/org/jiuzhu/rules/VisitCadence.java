package org.jiuzhu.rules;

import org.jspecify.annotations.Nullable;

/**
 * How often somebody is visited within a period, and what counts as a visit.
 *
 * @param daysAhead how many days before the period's end the task opens, at least 1; null opens it with the period
 * @param distinctDays whether two visits on one day count once
 */
public record VisitCadence(
        int count, Per period, Channels channels, @Nullable Integer daysAhead, boolean distinctDays, Ruling ruling) {

    public enum Per {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        HALF_YEAR,
        /** No window is opened. */
        NONE
    }

    public enum Channels {
        HOME,
        HOME_PHONE,
        HOME_PHONE_VIDEO,
        ANY
    }
}
