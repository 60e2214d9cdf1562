package org.jiuzhu.assessment;

import java.util.Locale;

/** The six dimensions of SJ 四(二). */
public enum RiskDimension {
    ECONOMY,
    HEALTH,
    EDUCATION,
    HOUSING,
    EMPLOYMENT,
    PARTICIPATION;

    /** The beginning of the dimension's field names, {@code economyRisk} and {@code economyEvidence}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
