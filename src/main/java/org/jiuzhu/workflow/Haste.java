package org.jiuzhu.workflow;

import org.jiuzhu.shared.Urgency;

/** Makes what is already under way more urgent: its open tasks at once, its later ones when they come. */
public interface Haste {

    /** @param businessKey the case's number */
    void raise(long caseId, String businessKey, Urgency urgency);
}
