package org.jiuzhu.lead;

import java.time.Instant;
import java.util.List;
import org.jiuzhu.shared.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * A lead as it arrives.
 *
 * @param sourceRef the source's own number; the same one twice is the same lead
 * @param receivedAt when the source had it; null for now
 * @param replyBy the source's own deadline, exclusive
 * @param fromOrg the reporting consultant's unit, which takes the lead when no place is known
 * @param asReceived the message itself, kept encrypted
 * @param fromDepartment who handed it over, as a code
 * @param illnessAlert whether the monitoring platform warns of poverty through illness (SJ 二(三))
 * @param unreadable fields that could not be read at all
 */
public record NewLead(
        LeadSource source,
        @Nullable String sourceRef,
        @Nullable Instant receivedAt,
        @Nullable Instant replyBy,
        @Nullable String story,
        @Nullable String reporterName,
        @Nullable String reporterPhone,
        Said said,
        Safety safety,
        @Nullable String fromOrg,
        @Nullable String asReceived,
        @Nullable String fromDepartment,
        boolean illnessAlert,
        List<FieldProblem> unreadable) {

    public NewLead(
            LeadSource source,
            @Nullable String sourceRef,
            @Nullable Instant receivedAt,
            @Nullable Instant replyBy,
            @Nullable String story,
            @Nullable String reporterName,
            @Nullable String reporterPhone,
            Said said,
            Safety safety,
            @Nullable String fromOrg,
            @Nullable String asReceived,
            List<FieldProblem> unreadable) {
        this(
                source,
                sourceRef,
                receivedAt,
                replyBy,
                story,
                reporterName,
                reporterPhone,
                said,
                safety,
                fromOrg,
                asReceived,
                null,
                false,
                unreadable);
    }

    /** The same, with what a platform's push says beside. */
    NewLead alerting(boolean illness) {
        return new NewLead(
                source,
                sourceRef,
                receivedAt,
                replyBy,
                story,
                reporterName,
                reporterPhone,
                said,
                safety,
                fromOrg,
                asReceived,
                fromDepartment,
                illness,
                unreadable);
    }
}
