package org.jiuzhu.household;

/** Why somebody is no longer in a household [A]. */
public enum EndReason {
    MOVED_AWAY,
    MARRIAGE,
    HOUSEHOLD_SPLIT,
    INSTITUTION,
    DIED,
    WRONG_ENTRY,
    OTHER
}
