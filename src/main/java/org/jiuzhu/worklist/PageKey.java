package org.jiuzhu.worklist;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last row that somebody has seen; the next page begins behind it, however much has changed since. */
public record PageKey(Instant dueAt, int urgency, String taskId) {

    @Override
    public String toString() {
        return dueAt.toEpochMilli() + "." + urgency + "." + taskId;
    }

    /** A key that was made up or cut short begins at the first page. */
    public static @Nullable PageKey parse(@Nullable String text) {
        String[] parts = text == null ? new String[0] : text.split("\\.", 3);
        if (parts.length != 3) {
            return null;
        }
        try {
            return new PageKey(Instant.ofEpochMilli(Long.parseLong(parts[0])), Integer.parseInt(parts[1]), parts[2]);
        } catch (NumberFormatException | DateTimeException madeUp) {
            return null;
        }
    }
}
