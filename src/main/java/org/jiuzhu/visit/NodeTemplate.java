package org.jiuzhu.visit;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Optional;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.calendar.WorkCalendar;

/**
 * Special nodes that a district is offered to enter, all of them [A]: the notice names none (PT(九)), other sentences of
 * it name New Year, the Spring Festival, the charity week of September and December (PT(十九)).
 */
public enum NodeTemplate {
    NEW_YEAR {
        @Override
        Optional<Span> in(int year, WorkCalendar calendar) {
            return Optional.of(daysOffAround(MonthDay.of(Month.JANUARY, 1).atYear(year), calendar));
        }
    },
    SPRING_FESTIVAL {
        /** Its date is the moon's: known once the year's holidays are. */
        @Override
        Optional<Span> in(int year, WorkCalendar calendar) {
            if (calendar.isProvisional(year)) {
                return Optional.empty();
            }
            return LocalDate.of(year, Month.JANUARY, EARLIEST_DAY)
                    .datesUntil(LocalDate.of(year, Month.MARCH, 1))
                    .filter(day -> !calendar.isWorkday(day))
                    .map(day -> daysOffAround(day, calendar))
                    .filter(span -> span.days() >= SHORTEST_FESTIVAL)
                    .findFirst();
        }
    },
    NATIONAL_DAY {
        @Override
        Optional<Span> in(int year, WorkCalendar calendar) {
            return Optional.of(daysOffAround(MonthDay.of(Month.OCTOBER, 1).atYear(year), calendar));
        }
    },
    CHARITY_WEEK {
        /** From the Charity Day, 5 September, on. */
        @Override
        Optional<Span> in(int year, WorkCalendar calendar) {
            return Optional.of(weekFrom(LocalDate.of(year, Month.SEPTEMBER, 5)));
        }
    },
    BLUE_SKY {
        @Override
        Optional<Span> in(int year, WorkCalendar calendar) {
            return Optional.of(weekFrom(LocalDate.of(year, Month.DECEMBER, 1)));
        }
    };

    private static final int EARLIEST_DAY = 20;
    private static final int SHORTEST_FESTIVAL = 5;

    /** Its days in a year, or nothing where they are not known yet. */
    abstract Optional<Span> in(int year, WorkCalendar calendar);

    /** The next that begins on a day or after it, if it is known. */
    public Optional<Span> next(LocalDate from, WorkCalendar calendar) {
        return in(from.getYear(), calendar)
                .filter(span -> !span.start().isBefore(from))
                .or(() -> in(from.getYear() + 1, calendar));
    }

    private static Span daysOffAround(LocalDate day, WorkCalendar calendar) {
        LocalDate first = day;
        while (!calendar.isWorkday(first.minusDays(1))) {
            first = first.minusDays(1);
        }
        LocalDate end = day.plusDays(1);
        while (!calendar.isWorkday(end)) {
            end = end.plusDays(1);
        }
        return new Span(first, end);
    }

    private static Span weekFrom(LocalDate day) {
        return new Span(day, day.plusWeeks(1));
    }
}
