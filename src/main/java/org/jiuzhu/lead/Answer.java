package org.jiuzhu.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source is told, by message key: no word about the person.
 *
 * @param argumentKey a further word of the sentence, or null
 * @param sentAt when the source accepted it
 */
public record Answer(
        long id,
        long leadId,
        ReplyKind kind,
        String messageKey,
        @Nullable String argumentKey,
        @Nullable Instant dueAt,
        State state,
        int attempts,
        Instant createdAt,
        @Nullable Instant sentAt) {

    public enum State {
        PENDING,
        SENT,
        WAITING_FETCH
    }
}
