package org.jiuzhu.servicerecord;

import java.util.Arrays;
import java.util.List;

/** 居民标签 (SJ 附件), in the form's order: both groups may be ticked, and neither has to be. */
public enum ResidentTag {
    PF_POTENTIAL,
    PF_INELIGIBLE_HARDSHIP,
    PF_COVERED_MORE,
    PF_OTHER,
    PC_URBAN_DIBAO,
    PC_RURAL_DIBAO,
    PC_MARGINAL,
    PC_EXPENDITURE,
    PC_SEVERE_DISABILITY,
    PC_DESTITUTE;

    public boolean isPolicyFind() {
        return name().startsWith("PF_");
    }

    /** 政策找人对象. */
    public static List<ResidentTag> policyFind() {
        return Arrays.stream(values()).filter(ResidentTag::isPolicyFind).toList();
    }

    /** 政策已覆盖对象. */
    public static List<ResidentTag> covered() {
        return Arrays.stream(values()).filter(tag -> !tag.isPolicyFind()).toList();
    }
}
