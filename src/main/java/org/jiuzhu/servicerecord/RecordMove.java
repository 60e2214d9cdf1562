package org.jiuzhu.servicerecord;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record was put on another household.
 *
 * @param fromPersonId whom it was about before; null where it named a household only
 */
public record RecordMove(
        String number,
        String reason,
        String movedBy,
        String movedByName,
        Instant movedAt,
        @Nullable Long fromPersonId,
        @Nullable Long fromHouseholdId,
        @Nullable Long toHouseholdId,
        long toPersonId) {}
