package org.jiuzhu.lifecycle;

/** Somebody took a consent back (个人信息保护法 15): from now on nothing is shared that rested on it. */
public record ConsentWithdrawn(long householdId, long personId) {}
