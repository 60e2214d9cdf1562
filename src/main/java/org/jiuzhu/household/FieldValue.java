package org.jiuzhu.household;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was said about somebody, as it stays.
 *
 * @param value codes, a date as {@code 2026-09-30}, or words; null says that there is none
 * @param atVersion the person's version that it was said to
 */
public record FieldValue(
        long id,
        PersonField field,
        @Nullable String value,
        FieldSource source,
        LocalDate asOf,
        Instant recordedAt,
        String recordedBy,
        String recordedByName,
        int atVersion) {}
