package org.jiuzhu.lead;

/** How far a lead has come, as its source is told. */
public enum LeadState {
    RECEIVED,
    CASE_OPENED,
    LINKED,
    TRANSFERRED,
    ANSWERED,
    UNFOUNDED,
    CLOSED;

    boolean isInHand() {
        return this == RECEIVED;
    }
}
