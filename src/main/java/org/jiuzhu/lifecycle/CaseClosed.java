package org.jiuzhu.lifecycle;

import java.util.List;

/** A case ended; every lead it grew from is still owed an answer. */
public record CaseClosed(long caseId, String caseNumber, long householdId, List<Long> leadIds, String outcome) {}
