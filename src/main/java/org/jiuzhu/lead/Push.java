package org.jiuzhu.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A push of the monitoring platform and how far it has come.
 *
 * @param pushedBy the client that sent it
 * @param finishedAt when its last entry was settled
 */
public record Push(
        long id,
        String number,
        String pushedBy,
        Instant receivedAt,
        @Nullable Instant finishedAt,
        int entries,
        int accepted,
        int duplicates,
        int rejected) {

    public int settled() {
        return accepted + duplicates + rejected;
    }

    public boolean isFinished() {
        return finishedAt != null;
    }
}
