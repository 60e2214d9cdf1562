package org.jiuzhu.lifecycle;

import java.time.LocalDate;

/** Somebody's death was recorded; whatever was to be done for this person stops, in the same transaction. */
public record PersonDied(long personId, long householdId, LocalDate on) {}
