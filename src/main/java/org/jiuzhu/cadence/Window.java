package org.jiuzhu.cadence;

import java.time.LocalDate;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jspecify.annotations.Nullable;

/**
 * One period in which visits are owed to one person.
 *
 * @param owedFrom the day since which they are owed, within the span; a contact earlier in the span counts all the same
 * @param onNode whether it is owed in addition, because of a special node
 * @param closing how it ended before its time, or null
 */
public record Window(Span span, LocalDate owedFrom, Duty duty, boolean onNode, @Nullable Closing closing) {

    /** @param on the day on which it closed, within the span */
    public record Closing(LocalDate on, Kind kind, String reason) {

        public enum Kind {
            /** A tighter window took its place. */
            SUPERSEDED,
            /** Nobody is to be visited any more. */
            CANCELLED
        }
    }

    /** From which day its task stands in the work list. */
    public LocalDate taskOn() {
        Integer ahead = duty.daysAhead();
        LocalDate day = ahead == null ? owedFrom : span.end().minusDays(ahead);
        return day.isBefore(owedFrom) ? owedFrom : day;
    }

    /** Whether a contact of that day can count: what is closed stays as it was, so none after its closing does. */
    public boolean counts(LocalDate day) {
        return span.contains(day) && (closing == null || !day.isAfter(closing.on()));
    }

    boolean isOpenOn(LocalDate day) {
        return closing == null && span.contains(day);
    }

    boolean isOpenFor(Per per, Span period) {
        return closing == null && !onNode && duty.per() == per && span.equals(period);
    }

    /** What becomes of a window that the plan does not know any more: at the latest its last day. */
    public Closing cancelled(PlanStep because) {
        LocalDate on = because.from().isBefore(owedFrom) ? owedFrom : because.from();
        return new Closing(
                on.isBefore(span.end()) ? on : span.end().minusDays(1), Closing.Kind.CANCELLED, because.reason());
    }

    public Window closed(LocalDate on, Closing.Kind kind, String reason) {
        return new Window(span, owedFrom, duty, onNode, new Closing(on, kind, reason));
    }
}
