package org.jiuzhu.lifecycle;

import java.util.Optional;

/** Whether a household already has a case in hand; the stage that keeps cases implements it. */
public interface ActiveCases {

    Optional<ActiveCase> of(long householdId);

    record ActiveCase(long caseId, String number) {}
}
