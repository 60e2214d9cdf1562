package org.jiuzhu.household;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A household's cases, as its page lists them; the stage that keeps cases implements it. */
public interface HouseholdCases {

    /** Newest first. */
    List<CaseLine> of(long householdId);

    /** The open case of each household that has one. */
    Map<Long, CaseLine> openOf(Collection<Long> householdIds);

    record CaseLine(long caseId, String number, Instant openedAt, @Nullable Instant closedAt) {}
}
