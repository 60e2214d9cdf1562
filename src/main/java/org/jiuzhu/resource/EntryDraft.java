package org.jiuzhu.resource;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes into a library.
 *
 * @param kind null for a policy
 * @param streetCode the street whose households it is for; null for the whole district
 * @param validTo the last day, or null until further notice
 */
public record EntryDraft(
        PolicyDomain domain,
        @Nullable EntryKind kind,
        String name,
        String nameEn,
        String summary,
        String summaryEn,
        String contact,
        String source,
        @Nullable String streetCode,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
