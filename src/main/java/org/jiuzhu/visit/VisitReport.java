package org.jiuzhu.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.servicerecord.RecordSheet;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jspecify.annotations.Nullable;

/**
 * How a visit went, told once for all members of one household that its author confirmed.
 *
 * @param requestId chosen by the client once per telling: sent twice, it is one
 * @param mode the sheet's
 * @param on the sheet's day
 * @param people nobody twice; the record is kept about the first
 * @param taskId the task it completes, if any
 */
public record VisitReport(
        UUID requestId, ServiceMode mode, LocalDate on, List<Told> people, RecordSheet sheet, @Nullable String taskId) {

    public enum Finding {
        NO_CHANGE,
        CHANGED,
        /** Somebody's life or safety is in danger. */
        EMERGENCY
    }

    /**
     * @param finding of somebody who was met; null is no change
     * @param refusalReason of somebody who refused: a {@link RefusalReason}
     */
    public record Told(long personId, Outcome outcome, @Nullable Finding finding, @Nullable String refusalReason) {

        public static Told met(long personId, Finding finding) {
            return new Told(personId, Outcome.DONE, finding, null);
        }

        boolean isNews() {
            return finding == Finding.CHANGED || finding == Finding.EMERGENCY;
        }
    }

    public VisitReport {
        people = List.copyOf(people);
        if (sheet.mode() != mode || !sheet.servedOn().equals(on)) {
            throw new IllegalArgumentException(
                    "A visit by " + mode + " on " + on + " has a sheet by " + sheet.mode() + " on " + sheet.servedOn());
        }
    }

    /** By the sheet's own mode and day. */
    public static VisitReport of(UUID requestId, List<Told> people, RecordSheet sheet, @Nullable String taskId) {
        return new VisitReport(requestId, sheet.mode(), sheet.servedOn(), people, sheet, taskId);
    }
}
