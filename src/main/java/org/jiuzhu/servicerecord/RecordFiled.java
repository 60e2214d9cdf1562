package org.jiuzhu.servicerecord;

import java.time.LocalDate;
import java.util.UUID;
import org.jiuzhu.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What a record says from now on: it was written, corrected or put on another household. Published in the same
 * transaction.
 *
 * @param personId whom it is about now, if anybody by name
 * @param requestId the writer's, as in {@link NewServiceRecord}; null for a move
 * @param by who wrote, corrected or moved it
 */
public record RecordFiled(
        String number,
        @Nullable Long personId,
        ServiceMode mode,
        LocalDate servedOn,
        @Nullable UUID requestId,
        Actor by) {}
