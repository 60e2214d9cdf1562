package org.jiuzhu.conflict;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the pairs that are to be looked at (PT(三)(五)), newest first. */
public record CrossInspection(List<Pair> pairs, @Nullable Long next) {

    /**
     * @param consultant display name
     * @param orgCode where the consultant works
     * @param personId the resident, where registered and within the reader's scope
     * @param refused how often the consultant tried in vain
     * @param refusedAt the last time
     */
    public record Pair(
            RelativeFiling filing,
            String consultant,
            String orgCode,
            @Nullable Long personId,
            int refused,
            @Nullable Instant refusedAt) {}
}
