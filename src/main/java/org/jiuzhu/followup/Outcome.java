package org.jiuzhu.followup;

/** How far one of the three aims was reached. */
public enum Outcome {
    DONE,
    PARTLY,
    NOT_YET,
    NOT_APPLICABLE;

    boolean isOpen() {
        return this == PARTLY || this == NOT_YET;
    }
}
