package org.jiuzhu.visit;

/** Why somebody did not wish a visit, as far as it was told; nothing follows for a benefit from any of them. */
public enum RefusalReason {
    /** Did not wish to be disturbed this time. */
    NOT_NOW,
    /** Sees no need of visits. */
    NO_NEED,
    /** Wishes somebody else to come. */
    OTHER_VISITOR,
    /** Wishes to be called instead. */
    RATHER_PHONE,
    UNWELL,
    NOT_TOLD
}
