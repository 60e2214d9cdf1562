package org.jiuzhu.household;

/** 政策找人对象, section 3a of Songjiang's service record. */
public enum PolicyFindTag {
    PF_POTENTIAL,
    PF_INELIGIBLE_HARDSHIP,
    /** Only somebody whom a policy covers already. */
    PF_COVERED_MORE,
    PF_OTHER
}
