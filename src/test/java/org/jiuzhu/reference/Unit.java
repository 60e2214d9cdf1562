package org.jiuzhu.reference;

/** The notices' units of time, the shortest first; each is the calendar's. */
enum Unit {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    HALF_YEAR;

    /** The first day of the period in which a day lies. */
    long first(long day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day - Almanac.weekday(day);
            case MONTH -> monthOf(day, 1);
            case QUARTER -> monthOf(day, 3);
            case HALF_YEAR -> monthOf(day, 6);
        };
    }

    /** The first day of the period after it. */
    long next(long day) {
        return switch (this) {
            case DAY -> day + 1;
            case WEEK -> first(day) + 7;
            case MONTH -> Almanac.monthsLater(first(day), 1);
            case QUARTER -> Almanac.monthsLater(first(day), 3);
            case HALF_YEAR -> Almanac.monthsLater(first(day), 6);
        };
    }

    private static long monthOf(long day, int months) {
        int month = Almanac.month(day) - 1;
        return Almanac.day(Almanac.year(day), month - month % months + 1, 1);
    }
}
