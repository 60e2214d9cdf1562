package org.jiuzhu.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.jiuzhu.calendar.WorkCalendar;

/** A row of the decision {@code deadlines}, and the instants it makes of a start. */
record Deadline(int amount, Unit unit, int reminderBefore) {

    enum Unit {
        /** Ends at 24:00 of a workday; the day it starts on is not counted. */
        WORKDAY,
        /** Stands still outside business hours. */
        WORKING_HOUR,
        /** Calendar days; what would end on a day off ends at 24:00 of the next workday. */
        DAY,
        /** Due the moment it starts, by night too. */
        AT_ONCE
    }

    static Deadline of(Ruling ruling) {
        return new Deadline(
                ruling.number("amount"), Unit.valueOf(ruling.text("unit")), ruling.number("reminderBefore"));
    }

    /** The first instant that is too late. What starts outside business hours starts at the next opening. */
    Instant due(WorkCalendar calendar, Instant start) {
        return switch (unit) {
            case WORKDAY -> calendar.deadlineEnd(calendar.addWorkdays(startDay(calendar, start), amount));
            case WORKING_HOUR -> calendar.plusWorkingHours(start, amount);
            case DAY -> calendar.deadlineEnd(calendar.deadlineAfter(startDay(calendar, start), Period.ofDays(amount)));
            case AT_ONCE -> start;
        };
    }

    /** The end of the last day, counted from a day that does not count itself, workday or not. */
    Instant dueAfter(WorkCalendar calendar, LocalDate day) {
        return switch (unit) {
            case WORKDAY -> calendar.deadlineEnd(calendar.addWorkdays(day, amount));
            case DAY -> calendar.deadlineEnd(calendar.deadlineAfter(day, Period.ofDays(amount)));
            case WORKING_HOUR, AT_ONCE -> throw new IllegalStateException("From a day no " + unit + " is counted");
        };
    }

    /** Opening of the workday so many workdays before the last day, or so many working hours before; never before the start. */
    Instant reminder(WorkCalendar calendar, Instant start) {
        var due = due(calendar, start);
        var reminder =
                switch (unit) {
                    case WORKDAY, DAY ->
                        calendar.opening(calendar.rollBack(calendar.addWorkdays(lastDay(due), -reminderBefore)));
                    case WORKING_HOUR -> calendar.minusWorkingHours(due, reminderBefore);
                    case AT_ONCE -> due;
                };
        return reminder.isBefore(start) ? start : reminder;
    }

    private static LocalDate startDay(WorkCalendar calendar, Instant start) {
        return calendar.arrival(start).atZone(WorkCalendar.ZONE).toLocalDate();
    }

    private static LocalDate lastDay(Instant due) {
        return due.atZone(WorkCalendar.ZONE).toLocalDate().minusDays(1);
    }
}
