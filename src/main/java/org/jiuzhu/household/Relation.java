package org.jiuzhu.household;

/** How a member is related to the head of the household. */
public enum Relation {
    HEAD,
    SPOUSE,
    CHILD,
    PARENT,
    GRANDCHILD,
    GRANDPARENT,
    SIBLING,
    OTHER
}
