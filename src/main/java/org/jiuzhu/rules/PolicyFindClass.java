package org.jiuzhu.rules;

/** Why somebody is looked for although, or because, no policy covers them (政策找人; SJ 附件). */
public enum PolicyFindClass {
    PF_POTENTIAL,
    PF_INELIGIBLE_HARDSHIP,
    PF_COVERED_MORE,
    PF_OTHER,
    NONE
}
