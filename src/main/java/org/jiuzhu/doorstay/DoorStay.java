package org.jiuzhu.doorstay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody behind a door, from checking in to checking out.
 *
 * @param number {@code SM-2026-000001}
 * @param expectedAt when they are to be outside again; at that instant they are missed
 * @param outAt null while they are inside
 */
public record DoorStay(
        long id,
        String number,
        long personId,
        long householdId,
        String username,
        String byName,
        Instant inAt,
        Instant expectedAt,
        @Nullable Instant outAt) {

    /** What whoever looks after somebody who did not come out finds. */
    public enum Found {
        SAFE,
        NOT_SAFE
    }

    public boolean isMissedAt(Instant now) {
        return outAt == null && !now.isBefore(expectedAt);
    }
}
