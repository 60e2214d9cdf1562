package org.jiuzhu.lifecycle;

/** A recorded death turned out to be false; what stopped for it goes on, in the same transaction. */
public record DeathReversed(long personId, long householdId) {}
