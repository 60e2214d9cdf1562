package org.jiuzhu.rules;

import java.util.List;

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
    NONE;

    private static final List<Tier> FIRST = List.of(SPECIAL, HIGH, KEY, FLAT, REGULAR, GENERAL);
    private static final int LAST = 9;

    /** Who comes first where not everybody can at once: 1 before everybody, 9 after; jiuzhu_tier_rank in SQL. */
    public int rank() {
        return FIRST.contains(this) ? 1 + FIRST.indexOf(this) : LAST;
    }
}
