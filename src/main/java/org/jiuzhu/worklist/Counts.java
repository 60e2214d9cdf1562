package org.jiuzhu.worklist;

/** How much is open; every number stops at {@link WorkList#COUNT_CAP}. */
public record Counts(int mine, int open, int all, int overdue, int today, int thisWeek, int later, int urgent) {}
