package org.jiuzhu.rules;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jiuzhu.calendar.WorkCalendar;

/** A row of the decision {@code deadlines} that places a reminder within a period, counted from the period itself. */
record PeriodReminder(int amount, Unit unit) {

    enum Unit {
        /** The opening of the first of so many workdays that are the period's last. */
        LAST_WORKDAYS,
        /** The opening of a day of the week, 1 is Monday; of the workday before where it is off. */
        DAY_OF_WEEK,
        /** An hour of the period's first day, 0 to 23, workday or not. */
        HOUR_OF_DAY
    }

    static PeriodReminder of(Ruling ruling) {
        return new PeriodReminder(ruling.number("amount"), Unit.valueOf(ruling.text("unit")));
    }

    /** Never before the period begins; a period without any workday is reminded of on its first day. */
    Instant within(WorkCalendar calendar, LocalDate start, LocalDate end) {
        return switch (unit) {
            case LAST_WORKDAYS -> {
                List<LocalDate> last = calendar.lastWorkdays(start, end, amount);
                yield calendar.opening(last.isEmpty() ? start : last.get(0));
            }
            case DAY_OF_WEEK -> {
                LocalDate day = calendar.rollBack(start.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(amount))));
                yield calendar.opening(day.isBefore(start) ? start : day);
            }
            case HOUR_OF_DAY ->
                start.atTime(LocalTime.of(amount, 0)).atZone(WorkCalendar.ZONE).toInstant();
        };
    }
}
