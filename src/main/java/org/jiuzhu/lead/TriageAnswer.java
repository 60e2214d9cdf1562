package org.jiuzhu.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What triage decided.
 *
 * @param danger null where it is still unknown
 * @param householdId the household a case is opened for; null for a new one
 * @param caseId the case the lead is linked to
 * @param said what is known about somebody to be registered
 */
public record TriageAnswer(
        Triage decision,
        @Nullable Boolean danger,
        @Nullable Long householdId,
        @Nullable Long caseId,
        Said said,
        String reason) {

    NewLead newcomer(Lead lead) {
        return new NewLead(
                lead.source(),
                null,
                null,
                null,
                null,
                null,
                null,
                said,
                Safety.UNKNOWN,
                lead.place().orgCode(),
                null,
                List.of());
    }
}
