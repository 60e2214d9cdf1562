package org.jiuzhu.lifecycle;

/** Somebody does not want our services. It never touches a benefit (条例 45(3) is about something else). */
public record ServiceRefused(long householdId, long personId) {}
