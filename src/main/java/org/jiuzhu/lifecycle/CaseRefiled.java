package org.jiuzhu.lifecycle;

/** A case had been put on the wrong household; it and what was written about it belong to another one. */
public record CaseRefiled(long caseId, long fromHouseholdId, long toHouseholdId, long toPersonId) {}
