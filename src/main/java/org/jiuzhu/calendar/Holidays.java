package org.jiuzhu.calendar;

/** Where the calendar gets its days from. */
@FunctionalInterface
public interface Holidays {

    /** Never empty: a year without data is answered provisionally. */
    YearDays of(int year);
}
