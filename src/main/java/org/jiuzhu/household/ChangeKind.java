package org.jiuzhu.household;

/** A major change in somebody's life (SJ 二(一): 突发事件、意外事故、罹患重病等重大变故). */
public enum ChangeKind {
    SUDDEN_EVENT,
    ACCIDENT,
    SERIOUS_ILLNESS,
    OTHER
}
