package org.jiuzhu.lifecycle;

import java.time.LocalDate;

/**
 * A household and its members belong to another place from now on. The receiver gives its own open rows the new place
 * in the same transaction; what is finished stays where it was done.
 *
 * @param on the first day at the new place
 */
public record HouseholdMoved(long householdId, String fromOrgCode, String toOrgCode, LocalDate on) {}
