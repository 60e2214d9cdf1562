package org.jiuzhu.conflict;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A consultant's near relative, on file.
 *
 * @param name as declared, masked
 * @param idNumber masked; null where only the person or the lead is known
 * @param sinceOn the day from which the relation holds, or of the declaration
 * @param endedOn null while it is in force
 */
public record RelativeFiling(
        long id,
        String username,
        Kinship relation,
        Source source,
        String name,
        @Nullable String idNumber,
        String declaredBy,
        Instant declaredAt,
        LocalDate sinceOn,
        @Nullable LocalDate endedOn,
        @Nullable String endReason) {

    /** Who said so, and where. */
    public enum Source {
        SELF,
        SUPERVISOR,
        TASK
    }

    public boolean isInForce() {
        return endedOn == null;
    }
}
