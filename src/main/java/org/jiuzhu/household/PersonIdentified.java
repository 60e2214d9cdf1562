package org.jiuzhu.household;

/** Somebody came onto the register, or has another identity number than before; published in that transaction. */
public record PersonIdentified(long personId) {}
