package org.jiuzhu.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jiuzhu.shared.ProductClock;

/**
 * Workdays and working hours in Asia/Shanghai. Holidays off and make-up workdays (调休) come from {@link Holidays}.
 *
 * <p>The day something starts on is never counted, a month without the corresponding day ends at its last day, and
 * what would end on a day off ends on the next workday (民法典 200-203). Administrative deadlines end at 24:00.
 */
public final class WorkCalendar {

    public static final ZoneId ZONE = ProductClock.ZONE;

    private final Holidays holidays;
    private final BusinessHours hours;

    public WorkCalendar(Holidays holidays, BusinessHours hours) {
        this.holidays = holidays;
        this.hours = hours;
    }

    public boolean isWorkday(LocalDate day) {
        var year = holidays.of(day.getYear());
        if (year.work().contains(day)) {
            return true;
        }
        return !isWeekend(day) && !year.off().contains(day);
    }

    /** True when the year has no official data yet: dates in it may still move. */
    public boolean isProvisional(int year) {
        return holidays.of(year).provisional();
    }

    /**
     * The nth workday after a day, or before it when negative. The day itself is not counted; zero answers the day
     * itself, workday or not.
     */
    public LocalDate addWorkdays(LocalDate day, int workdays) {
        var step = Integer.signum(workdays);
        var result = day;
        for (var left = Math.abs(workdays); left > 0; ) {
            result = result.plusDays(step);
            if (isWorkday(result)) {
                left--;
            }
        }
        return result;
    }

    /** The day itself if it is a workday, otherwise the next one. */
    public LocalDate rollForward(LocalDate day) {
        return isWorkday(day) ? day : addWorkdays(day, 1);
    }

    /** The day itself if it is a workday, otherwise the last one before it. */
    public LocalDate rollBack(LocalDate day) {
        return isWorkday(day) ? day : addWorkdays(day, -1);
    }

    /** How many workdays lie after the first day, up to and including the second. Negative when they are swapped. */
    public int workdaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workdaysBetween(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkday)
                .count();
    }

    /** The last workdays of a month in their order; fewer if the month has fewer. */
    public List<LocalDate> lastWorkdays(YearMonth month, int count) {
        return lastWorkdays(month.atDay(1), month.plusMonths(1).atDay(1), count);
    }

    /** The last workdays of a period in their order; its end is exclusive. */
    public List<LocalDate> lastWorkdays(LocalDate start, LocalDate end, int count) {
        var found = new ArrayList<LocalDate>();
        for (var day = end.minusDays(1); !day.isBefore(start) && found.size() < count; day = day.minusDays(1)) {
            if (isWorkday(day)) {
                found.add(day);
            }
        }
        Collections.reverse(found);
        return found;
    }

    /** The nth workday of a month counted from its end; 1 is the last. */
    public LocalDate nthLastWorkday(YearMonth month, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("Workdays are counted from 1, not " + n);
        }
        return addWorkdays(month.plusMonths(1).atDay(1), -n);
    }

    /** The last day of a deadline of calendar days, months or years: never on a day off. */
    public LocalDate deadlineAfter(LocalDate start, Period period) {
        return rollForward(start.plus(period));
    }

    /** 24:00 of a day: the first instant that is too late. */
    public Instant deadlineEnd(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** The opening of business on a day. */
    public Instant opening(LocalDate day) {
        return day.atTime(hours.opens()).atZone(ZONE).toInstant();
    }

    /** When something counts as having arrived: at once within business hours, otherwise at the next opening. */
    public Instant arrival(Instant at) {
        var local = at.atZone(ZONE);
        var day = local.toLocalDate();
        var time = local.toLocalTime();
        if (isWorkday(day) && time.isBefore(hours.opens())) {
            return opening(day);
        }
        if (isWorkday(day) && time.isBefore(hours.closes())) {
            return at;
        }
        return opening(addWorkdays(day, 1));
    }

    /** The end of a number of working hours; they stand still outside business hours. */
    public Instant plusWorkingHours(Instant from, int workingHours) {
        var at = arrival(from).atZone(ZONE);
        var left = Duration.ofHours(workingHours);
        for (var today = untilClosing(at); left.compareTo(today) > 0; today = hours.length()) {
            left = left.minus(today);
            at = addWorkdays(at.toLocalDate(), 1).atTime(hours.opens()).atZone(ZONE);
        }
        return at.plus(left).toInstant();
    }

    /** The instant that lies a number of working hours before another. */
    public Instant minusWorkingHours(Instant from, int workingHours) {
        var at = lastBusinessMoment(from).atZone(ZONE);
        var left = Duration.ofHours(workingHours);
        for (var today = sinceOpening(at); left.compareTo(today) > 0; today = hours.length()) {
            left = left.minus(today);
            at = addWorkdays(at.toLocalDate(), -1).atTime(hours.closes()).atZone(ZONE);
        }
        return at.minus(left).toInstant();
    }

    private Instant lastBusinessMoment(Instant at) {
        var local = at.atZone(ZONE);
        var day = local.toLocalDate();
        if (isWorkday(day) && local.toLocalTime().isAfter(hours.closes())) {
            return closing(day);
        }
        if (isWorkday(day) && !local.toLocalTime().isBefore(hours.opens())) {
            return at;
        }
        return closing(addWorkdays(day, -1));
    }

    private Instant closing(LocalDate day) {
        return day.atTime(hours.closes()).atZone(ZONE).toInstant();
    }

    private Duration untilClosing(ZonedDateTime at) {
        return Duration.between(at.toLocalTime(), hours.closes());
    }

    private Duration sinceOpening(ZonedDateTime at) {
        return Duration.between(hours.opens(), at.toLocalTime());
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
