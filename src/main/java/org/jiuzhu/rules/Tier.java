package org.jiuzhu.rules;

/** How closely somebody on the register is visited. */
public enum Tier {
    HIGH,
    KEY,
    GENERAL,
    FLAT,
    SPECIAL,
    SWEEP,
    REGULAR,
    ADHOC,
    NONE
}
