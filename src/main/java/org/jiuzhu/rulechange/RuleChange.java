package org.jiuzhu.rulechange;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change of rules for a day to come.
 *
 * @param profile the set whose rows change (a profile; for tiers a cadence mode), or which profile the unit follows from
 *     that day on
 * @param orgCode the unit; null for rows of a table
 * @param atOnce whether windows that are open on that day go over to the new rules; else they are finished as opened
 * @param version of the table that was put in force; null before that day, and for a unit's profile
 * @param peopleDone how many plans have been weighed again, of {@code peopleTotal}
 */
public record RuleChange(
        long id,
        String number,
        Kind kind,
        String districtCode,
        String profile,
        @Nullable String orgCode,
        LocalDate effectiveOn,
        boolean atOnce,
        String reason,
        State state,
        Instant orderedAt,
        String orderedBy,
        @Nullable Instant cancelledAt,
        @Nullable String cancelledBy,
        @Nullable Instant publishedAt,
        @Nullable Integer version,
        @Nullable Instant finishedAt,
        int peopleTotal,
        int peopleDone,
        long lastPerson) {

    public enum Kind {
        /** Other cells in rows of {@code visit-cadence}: how often a tier is visited. */
        CADENCE,
        /** Other cells in rows of {@code visit-tier}: who falls into which tier. */
        TIER,
        /** Other values of {@code case-rules} about visits. */
        CASE_RULE,
        /** Another profile for a unit. */
        PROFILE
    }

    public enum State {
        PLANNED,
        /** In force; the plans of those concerned are being weighed again. */
        RUNNING,
        DONE,
        CANCELLED,
        /** On its day it did not fit any more: another change came between. */
        REFUSED
    }
}
