package org.jiuzhu.lead;

/** Whether the person spoken of is on the register: certain by the identity number alone. */
public enum Match {
    NONE,
    POSSIBLE,
    CERTAIN
}
