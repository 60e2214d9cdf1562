package org.jiuzhu.calendar;

import java.time.Duration;
import java.time.LocalTime;

/** The hours in which something counts as arriving on the day itself; closing time is exclusive. */
public record BusinessHours(LocalTime opens, LocalTime closes) {

    public BusinessHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("Business hours must open before they close: " + opens + "-" + closes);
        }
    }

    Duration length() {
        return Duration.between(opens, closes);
    }
}
