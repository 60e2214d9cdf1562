package org.jiuzhu.visit;

/** What a round does, in this order. */
public enum RoundStep {
    REVIEW,
    OPEN,
    START,
    DIGEST
}
