package org.jiuzhu.household;

/** How hard a change hits a household, in the eyes of whoever looked [A]. */
public enum ChangeSeverity {
    SLIGHT,
    NOTABLE,
    GRAVE
}
