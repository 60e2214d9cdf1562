package org.jiuzhu.lifecycle;

import java.time.LocalDate;

/**
 * A move was proposed and waits for both sides; nothing has changed its place yet.
 *
 * @param on the first day at the new place
 */
public record HouseholdMoving(long householdId, String fromOrgCode, String toOrgCode, LocalDate on) {}
