package org.jiuzhu.reference;

import java.time.Instant;
import java.time.LocalTime;
import org.jiuzhu.shared.ProductClock;

/**
 * When a visit's timers strike, out of domain.md section 3 (Timers, Clock rule) and the almanac alone: reminders roll back
 * to a workday, the end of a period never moves, and what follows a miss is counted in workdays from the day after it.
 */
final class Reminders {

    private static final int THURSDAY = 3;
    private static final LocalTime OPENING = LocalTime.of(9, 0);

    private Reminders() {}

    static Instant expected(String timer, Unit unit, long first, long next) {
        return switch (timer) {
            case "timer_visitReminder" -> reminder(unit, first, next);
            case "timer_windowEnd" -> at(next, LocalTime.MIDNIGHT);
            case "timer_stationLeadTold" -> endOf(Almanac.workdaysLater(next, 5));
            case "timer_supervisorTold" -> endOf(Almanac.workdaysLater(next, 10));
            default -> throw new IllegalArgumentException(timer);
        };
    }

    /** Last 5 workdays of the month, 10 of quarter and half-year, Thursday of a week, noon of a day. */
    static Instant reminder(Unit unit, long first, long next) {
        return switch (unit) {
            case DAY -> at(first, LocalTime.NOON);
            case WEEK -> at(backToWorkday(first + THURSDAY, first), OPENING);
            case MONTH -> at(lastWorkdays(5, first, next), OPENING);
            case QUARTER, HALF_YEAR -> at(lastWorkdays(10, first, next), OPENING);
        };
    }

    /** 24:00 of the day. */
    static Instant endOf(long day) {
        return at(day + 1, LocalTime.MIDNIGHT);
    }

    private static long backToWorkday(long day, long first) {
        long found = day;
        while (!Almanac.isWorkday(found)) {
            found--;
        }
        return Math.max(found, first);
    }

    private static long lastWorkdays(int n, long first, long next) {
        return Math.max(Almanac.lastWorkdays(next, n), first);
    }

    private static Instant at(long day, LocalTime time) {
        return Shipped.date(day).atTime(time).atZone(ProductClock.ZONE).toInstant();
    }
}
