package org.jiuzhu.household;

/** How far a need has come. */
public enum NeedStatus {
    OPEN,
    PLANNED,
    REFERRED,
    APPLYING,
    MET,
    UNPLACED,
    DROPPED
}
