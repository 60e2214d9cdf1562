package org.jiuzhu.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.cadence.Contact;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.WindowState;
import org.jiuzhu.rules.Tier;
import org.jspecify.annotations.Nullable;

/**
 * One window of one person as whoever has to go there sees it.
 *
 * @param number the business key of its process
 * @param extra why it was opened outside the plan, a code; null for a window of the plan
 * @param remindAt from when on it is reminded of; null where that is not decided yet
 * @param makeUpBy the day by which a missed visit was promised to be made up; null where nobody promised
 * @param tries the contacts within the window that were told, the newest first
 */
public record OwedVisit(
        long windowId,
        String number,
        long personId,
        Tier tier,
        Window window,
        @Nullable String extra,
        @Nullable Instant remindAt,
        @Nullable LocalDate makeUpBy,
        Urgency urgency,
        WindowState state,
        List<Contact> tries) {

    /** What the day asks of whoever goes there; the order is the order of the day. */
    public enum Urgency {
        /** The period is over, and it is neither made up for nor explained away. */
        LATE,
        /** Its last day is in this week, or it is being reminded of. */
        DUE,
        LATER,
        DONE
    }
}
