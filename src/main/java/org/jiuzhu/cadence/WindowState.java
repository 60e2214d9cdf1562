package org.jiuzhu.cadence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.cadence.Window.Closing;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.calendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * How a window stands on a moment; the same answer on any later day, whatever job ran or did not. A contact after the
 * window's end makes up for nothing in the figures.
 *
 * @param done how many contacts counted, at most what can count
 */
public record WindowState(DueState state, int done) {

    /**
     * @param attemptDays on how many different days nobody must have been at home for the window to read attempted, at
     *     least 1
     */
    public static WindowState of(
            Window window, List<Contact> contacts, int attemptDays, Instant now, WorkCalendar calendar) {
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        List<Contact> within = contacts.stream()
                .filter(contact -> window.counts(contact.on()) && !contact.on().isAfter(today))
                .toList();
        int done = done(window.duty(), within);
        return new WindowState(state(window, within, done, attemptDays, now, calendar), done);
    }

    private static DueState state(
            Window window, List<Contact> within, int done, int attemptDays, Instant now, WorkCalendar calendar) {
        Closing closing = window.closing();
        boolean closed = closing != null && !closing.on().isAfter(LocalDate.ofInstant(now, WorkCalendar.ZONE));
        if (done >= window.duty().count()) {
            return DueState.MET;
        }
        if (closed) {
            return DueState.CANCELLED;
        }
        if (now.isBefore(window.span().endsAt())) {
            return DueState.open(now, window.span().endsAt(), calendar);
        }
        return wasAttempted(within, attemptDays) ? DueState.ATTEMPTED : DueState.MISSED;
    }

    private static boolean wasAttempted(List<Contact> within, int attemptDays) {
        return within.stream().anyMatch(contact -> contact.outcome() == Outcome.REFUSED)
                || within.stream()
                                .filter(contact -> contact.outcome() == Outcome.NOT_HOME)
                                .map(Contact::on)
                                .distinct()
                                .count()
                        >= attemptDays;
    }

    /** The day on which late contacts had made up for what was still owed at the window's end, or null. */
    public static @Nullable LocalDate madeUpOn(Window window, List<Contact> contacts) {
        int owed = window.duty().count()
                - done(
                        window.duty(),
                        contacts.stream()
                                .filter(contact -> window.counts(contact.on()))
                                .toList());
        if (owed <= 0 || window.closing() != null) {
            return null;
        }
        return day(
                window.duty(),
                contacts.stream()
                        .filter(contact -> !contact.on().isBefore(window.span().end())),
                owed);
    }

    /** The day on which a window was met, or null. */
    public static @Nullable LocalDate metOn(Window window, List<Contact> contacts) {
        return day(
                window.duty(),
                contacts.stream().filter(contact -> window.counts(contact.on())),
                window.duty().count());
    }

    /** The day of the nth contact that counts, or null. */
    private static @Nullable LocalDate day(Duty duty, Stream<Contact> contacts, int nth) {
        Stream<LocalDate> counting = contacts.filter(
                        contact -> contact.outcome() == Outcome.DONE && contact.isBy(duty.channels()))
                .map(Contact::on);
        return (duty.distinctDays() ? counting.distinct() : counting)
                .sorted()
                .skip(nth - 1L)
                .findFirst()
                .orElse(null);
    }

    /** How many of the contacts count for a duty. */
    public static int done(Duty duty, List<Contact> within) {
        var counting =
                within.stream().filter(contact -> contact.outcome() == Outcome.DONE && contact.isBy(duty.channels()));
        return (int) (duty.distinctDays() ? counting.map(Contact::on).distinct().count() : counting.count());
    }
}
