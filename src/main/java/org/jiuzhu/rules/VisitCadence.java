package org.jiuzhu.rules;

/** How often somebody is visited within a period, and what counts as a visit. */
public record VisitCadence(int count, Per period, Channels channels, Ruling ruling) {

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
