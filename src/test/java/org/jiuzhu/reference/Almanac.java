package org.jiuzhu.reference;

import java.util.Set;

/**
 * A calendar counted by hand: a day is the number of days since 1970-01-01, a Thursday. It shares no arithmetic with the
 * product, so that a mistake in one does not hide the same mistake in the other.
 */
final class Almanac {

    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** 2026 as domain.md section 3 lists it, {first, last} of each holiday as month * 100 + day. */
    private static final int[][] OFF_2026 = {
        {101, 103}, {215, 223}, {404, 406}, {501, 505}, {619, 621}, {925, 927}, {1001, 1007}
    };

    private static final Set<Integer> WORK_2026 = Set.of(104, 214, 228, 509, 920, 1010);

    private static final Set<Integer> FIXED = Set.of(101, 501, 502, 1001, 1002, 1003);

    private Almanac() {}

    static long day(int year, int month, int dayOfMonth) {
        long days = dayOfMonth - 1L;
        for (int m = 1; m < month; m++) {
            days += lengthOfMonth(year, m);
        }
        return days + newYear(year);
    }

    /** 365 days a year, and one more for each leap year that is over. */
    private static long newYear(int year) {
        int over = year - 1;
        return 365L * (year - 1970) + (over / 4 - over / 100 + over / 400) - (1969 / 4 - 1969 / 100 + 1969 / 400);
    }

    static boolean isLeap(int year) {
        return year % 4 == 0 && year % 100 != 0 || year % 400 == 0;
    }

    static int lengthOfMonth(int year, int month) {
        return month == 2 && isLeap(year) ? 29 : LENGTHS[month - 1];
    }

    static int year(long day) {
        int year = 1970 + (int) Math.floorDiv(day, 365L);
        while (newYear(year) > day) {
            year--;
        }
        // Before 1970 the leap days make the guess a year too early.
        while (newYear(year + 1) <= day) {
            year++;
        }
        return year;
    }

    static int month(long day) {
        int year = year(day);
        int month = 12;
        while (day(year, month, 1) > day) {
            month--;
        }
        return month;
    }

    static int dayOfMonth(long day) {
        return (int) (day - day(year(day), month(day), 1)) + 1;
    }

    /** Monday is 0. */
    static int weekday(long day) {
        return (int) Math.floorMod(day + 3, 7L);
    }

    /** The same day some months later; the last of the month where there is no such day (民法典 202). */
    static long monthsLater(long day, int months) {
        int counted = year(day) * 12 + month(day) - 1 + months;
        int year = counted / 12;
        int month = counted % 12 + 1;
        return day(year, month, Math.min(dayOfMonth(day), lengthOfMonth(year, month)));
    }

    /** Completed years of age; who was born on 29 February has a birthday on 1 March in other years. */
    static int age(long birth, long day) {
        int years = year(day) - year(birth);
        boolean beforeBirthday = month(day) * 100 + dayOfMonth(day) < month(birth) * 100 + dayOfMonth(birth);
        return beforeBirthday ? years - 1 : years;
    }

    /**
     * 2026 is the year whose holidays the domain gives. Of others nobody knows yet: Monday to Friday less the holidays
     * whose date never moves, which are New Year, 1 and 2 May, and the first three days of October.
     */
    static boolean isWorkday(long day) {
        int written = month(day) * 100 + dayOfMonth(day);
        if (year(day) != 2026) {
            return weekday(day) < 5 && !FIXED.contains(written);
        }
        if (WORK_2026.contains(written)) {
            return true;
        }
        for (int[] off : OFF_2026) {
            if (off[0] <= written && written <= off[1]) {
                return false;
            }
        }
        return weekday(day) < 5;
    }

    /** The n-th workday after a day, which itself does not count. */
    static long workdaysLater(long day, int n) {
        long found = day;
        for (int left = n; left > 0; ) {
            found++;
            left -= isWorkday(found) ? 1 : 0;
        }
        return found;
    }

    /** The first of the last n workdays before an exclusive end. */
    static long lastWorkdays(long end, int n) {
        long found = end;
        for (int left = n; left > 0; ) {
            found--;
            left -= isWorkday(found) ? 1 : 0;
        }
        return found;
    }
}
