package org.jiuzhu.servicerecord;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a service record, never changed after it was written.
 *
 * @param number the same for all versions: {@code JL-2026-000001}
 * @param version 1 for the first
 * @param supersedesId the version this one corrects
 * @param supersededById the version that corrects this one
 * @param withdrawn whether this version says that there was nothing to record: it was a slip
 * @param reason why it corrects the version before; null for the first
 * @param authorFiled whether the author was filed when writing
 * @param taskId the task it stands behind, if any
 */
public record ServiceRecord(
        long id,
        String number,
        int version,
        @Nullable Long supersedesId,
        @Nullable Long supersededById,
        boolean withdrawn,
        @Nullable String reason,
        RecordSheet sheet,
        String author,
        String authorName,
        boolean authorFiled,
        Instant writtenAt,
        @Nullable String taskId,
        @Nullable Long householdId,
        @Nullable Long caseId,
        @Nullable Long personId) {

    public boolean isCurrent() {
        return supersededById == null;
    }
}
