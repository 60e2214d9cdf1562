package org.jiuzhu.household;

/** How a destitute person is supported (特困): at home, or in an institution. */
public enum SupportMode {
    DISPERSED,
    CENTRAL
}
