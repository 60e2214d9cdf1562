package org.jiuzhu.visit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.WindowState;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jspecify.annotations.Nullable;

/**
 * One period in which one person was owed visits, as it stood on a day.
 *
 * @param tier of the step under which it was owed
 * @param extra why it is owed outside any plan; null for a plan's window
 * @param visits oldest first: what lies in the period, and what made up for it
 * @param madeUpOn the day on which late visits had made up for what was missed; the figures stay
 * @param explained why nobody came, as a {@link MissedVisits.Reason}; null where nobody said so yet
 */
public record LedgerLine(
        long personId,
        String name,
        Tier tier,
        Window window,
        @Nullable String extra,
        WindowState state,
        List<Visit> visits,
        @Nullable LocalDate madeUpOn,
        @Nullable String explained) {

    /** @param counts whether it is one of those that were owed */
    public record Visit(
            LocalDate on,
            ServiceMode mode,
            Outcome outcome,
            String by,
            String recordNumber,
            boolean counts,
            boolean late) {}

    public LedgerLine {
        visits = List.copyOf(visits);
    }

    /** A period is counted in the month in which it ended; longer ones are listed in each of theirs. */
    public YearMonth countedIn() {
        Window.Closing closing = window.closing();
        return YearMonth.from(closing == null ? window.span().end().minusDays(1) : closing.on());
    }

    public int required() {
        return window.duty().count();
    }

    /** At most what was owed. */
    public int done() {
        return Math.min(state.done(), required());
    }

    boolean is(DueState other) {
        return state.state() == other;
    }
}
