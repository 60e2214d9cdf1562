package org.jiuzhu.household;

/** How far a need has come. */
public enum NeedStatus {
    OPEN,
    PLANNED,
    REFERRED,
    MET,
    UNPLACED,
    DROPPED
}
