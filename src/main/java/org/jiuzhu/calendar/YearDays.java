package org.jiuzhu.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.Set;

/**
 * What is known about one year: the days off, and the weekend days that are worked instead (调休).
 *
 * @param provisional true while the State Council's notice for the year is not loaded
 */
public record YearDays(Set<LocalDate> off, Set<LocalDate> work, boolean provisional) {

    public YearDays {
        off = Set.copyOf(off);
        work = Set.copyOf(work);
    }

    /** A year without data: Monday to Friday less the holidays whose date never moves. */
    static YearDays provisional(int year) {
        var off = new HashSet<LocalDate>();
        off.add(LocalDate.of(year, Month.JANUARY, 1));
        off.add(LocalDate.of(year, Month.MAY, 1));
        off.add(LocalDate.of(year, Month.MAY, 2));
        off.add(LocalDate.of(year, Month.OCTOBER, 1));
        off.add(LocalDate.of(year, Month.OCTOBER, 2));
        off.add(LocalDate.of(year, Month.OCTOBER, 3));
        return new YearDays(off, Set.of(), true);
    }
}
