package org.jiuzhu.lifecycle;

/**
 * Something changed for a household that may need another plan.
 *
 * @param changeKind a code, never words about somebody
 * @param alert whether it cannot wait
 */
public record CircumstancesChanged(long householdId, long personId, String changeKind, boolean alert) {}
