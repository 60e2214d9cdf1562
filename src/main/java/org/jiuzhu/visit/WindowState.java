package org.jiuzhu.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.visit.Contact.Outcome;
import org.jiuzhu.visit.Window.Closing;

/**
 * How a window stands on a moment; the same answer on any later day, whatever job ran or did not. A contact after the
 * window's end makes up for nothing in the figures.
 *
 * @param done how many contacts counted, at most what can count
 */
public record WindowState(DueState state, int done) {

    public static WindowState of(Window window, List<Contact> contacts, Instant now, WorkCalendar calendar) {
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        List<Contact> within = contacts.stream()
                .filter(contact ->
                        window.span().contains(contact.on()) && !contact.on().isAfter(today))
                .toList();
        int done = done(window.duty(), within);
        return new WindowState(state(window, within, done, now, calendar), done);
    }

    private static DueState state(Window window, List<Contact> within, int done, Instant now, WorkCalendar calendar) {
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
        boolean refused = within.stream().anyMatch(contact -> contact.outcome() == Outcome.REFUSED);
        return refused ? DueState.ATTEMPTED : DueState.MISSED;
    }

    private static int done(Duty duty, List<Contact> within) {
        var counting =
                within.stream().filter(contact -> contact.outcome() == Outcome.DONE && contact.isBy(duty.channels()));
        return (int) (duty.distinctDays() ? counting.map(Contact::on).distinct().count() : counting.count());
    }
}
