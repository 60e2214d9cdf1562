package org.jiuzhu.assessment;

import org.jspecify.annotations.Nullable;

/**
 * What the reviewer decides; rules only suggested (PIPL 24).
 *
 * @param tier and {@code policyFindClass} as decided, null where the assessment is returned
 */
public record Review(
        Decision decision,
        @Nullable String returnReason,
        @Nullable String tier,
        @Nullable String policyFindClass,
        @Nullable String decisionReason,
        boolean helpNeeded) {

    public enum Decision {
        APPROVED,
        RETURNED
    }
}
