package org.jiuzhu.household;

/** Somebody became a member of a household; published in the joining transaction. */
public record HouseholdJoined(long householdId, long personId) {}
