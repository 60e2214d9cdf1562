package org.jiuzhu.lead;

import org.jspecify.annotations.Nullable;

/** The answers that decide how urgent a lead is; null where nobody knows. */
public record Safety(
        @Nullable Boolean dangerToLife,
        @Nullable Boolean minorAtRisk,
        @Nullable Boolean majorChange,
        @Nullable Boolean streetPerson) {

    public static final Safety UNKNOWN = new Safety(null, null, null, null);
}
