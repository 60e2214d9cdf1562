package org.jiuzhu.resource;

/** Where a day stands to an entry's validity. */
public enum Validity {
    IN_FORCE,
    EXPIRED,
    NOT_YET
}
