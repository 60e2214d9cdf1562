package org.jiuzhu.household;

import org.jspecify.annotations.Nullable;

/**
 * What a death changed in a household, so that a false report can be taken back whole.
 *
 * @param stoodAs how the person stood before
 * @param survivors whether anybody is left; if nobody is, the membership stays as it was
 * @param successorId who became the head, and {@code successorWas} what that person was before; null where nobody did
 */
public record Departure(
        long householdId,
        Standing stoodAs,
        boolean survivors,
        boolean wasHead,
        @Nullable Long successorId,
        @Nullable Relation successorWas) {}
