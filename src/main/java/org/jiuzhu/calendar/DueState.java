package org.jiuzhu.calendar;

import java.time.Instant;
import java.time.LocalDate;

/** The one due state, used by list, phone, dashboard and export alike; a function of dates, never of a job. */
public enum DueState {
    UPCOMING,
    DUE,
    OVERDUE,
    MET,
    ATTEMPTED,
    MISSED,
    CANCELLED;

    /** From how many workdays before its last day an open task counts as due [A]. */
    private static final int SOON = 2;

    /**
     * The state of something still to be done.
     *
     * @param dueAt exclusive end: at that instant it is overdue
     */
    public static DueState open(Instant now, Instant dueAt, WorkCalendar calendar) {
        if (!now.isBefore(dueAt)) {
            return OVERDUE;
        }
        LocalDate today = now.atZone(WorkCalendar.ZONE).toLocalDate();
        LocalDate last = lastDay(dueAt);
        boolean soon = last.isBefore(today.plusDays(15)) && calendar.workdaysBetween(today, last) <= SOON;
        return soon ? DUE : UPCOMING;
    }

    /** The last day on which it can be done: 24:00 of that day is the due instant, or an hour within it. */
    public static LocalDate lastDay(Instant dueAt) {
        return dueAt.minusNanos(1).atZone(WorkCalendar.ZONE).toLocalDate();
    }
}
