package org.jiuzhu.conflict;

/**
 * What the resident is to the consultant: the near relatives of 民法典 1045, in-laws and others besides [A], and the
 * consultant in person, whose own household is nobody else's conflict.
 */
public enum Kinship {
    SPOUSE,
    PARENT,
    CHILD,
    SIBLING,
    GRANDPARENT,
    GRANDCHILD,
    IN_LAW,
    OTHER,
    SELF
}
