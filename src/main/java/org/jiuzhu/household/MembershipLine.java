package org.jiuzhu.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody in a household, from a day to a day; the day of the end is not in it any more. */
public record MembershipLine(
        long householdId,
        long personId,
        Relation relation,
        boolean livesTogether,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable EndReason reason) {}
