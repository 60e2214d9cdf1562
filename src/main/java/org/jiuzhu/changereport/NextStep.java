package org.jiuzhu.changereport;

/** What follows from a change that holds. */
public enum NextStep {
    /** Written down; nobody need do more. */
    RECORD_ONLY,
    /** The household's case in hand takes it up. */
    TELL_CASE,
    /** The household has no case in hand, and needs one looked into. */
    NEW_LEAD
}
