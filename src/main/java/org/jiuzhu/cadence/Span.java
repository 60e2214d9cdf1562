package org.jiuzhu.cadence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.rules.VisitCadence.Per;

/**
 * Whole days in a row; the end is exclusive. Months, quarters and half-years are the calendar's, weeks are ISO weeks:
 * a period that ends has its own end and never drifts.
 */
public record Span(LocalDate start, LocalDate end) {

    private static final int HALF_YEAR = 6;

    public Span {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A span from " + start + " cannot end on " + end);
        }
    }

    /**
     * The period of the calendar in which a day lies.
     *
     * @throws IllegalArgumentException for {@link Per#NONE}, which has no period
     */
    public static Span of(Per per, LocalDate day) {
        LocalDate start =
                switch (per) {
                    case DAY -> day;
                    case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    case MONTH -> day.withDayOfMonth(1);
                    case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
                    case HALF_YEAR -> day.withDayOfMonth(1).withMonth(day.getMonthValue() <= HALF_YEAR ? 1 : 7);
                    case NONE -> throw new IllegalArgumentException("Without a cadence there is no period");
                };
        return new Span(
                start,
                switch (per) {
                    case DAY -> start.plusDays(1);
                    case WEEK -> start.plusWeeks(1);
                    case MONTH -> start.plusMonths(1);
                    case QUARTER -> start.plusMonths(3);
                    case HALF_YEAR -> start.plusMonths(HALF_YEAR);
                    case NONE -> throw new IllegalArgumentException("Without a cadence there is no period");
                });
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    /** Whether at least half of the days are left, the day itself included [A]. */
    public boolean halfLeftOn(LocalDate day) {
        return 2 * ChronoUnit.DAYS.between(day, end) >= days();
    }

    public long days() {
        return ChronoUnit.DAYS.between(start, end);
    }

    /** 00:00 after the last day: the instant from which what was owed is missed; never shifted. */
    public Instant endsAt() {
        return end.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }
}
