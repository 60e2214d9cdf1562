package org.jiuzhu.referral.process;

import org.jiuzhu.workflow.TaskContext;

/** The names in {@code referral.bpmn}. */
final class ReferralProcess {

    static final String PROPOSE = "userTask_proposeReferral";
    static final String ACCEPT = "userTask_acceptReferral";
    static final String DELIVER = "userTask_deliverService";
    static final String SUBMIT = "userTask_submitOutcome";
    static final String CONFIRM = "userTask_confirmOutcome";

    static final String CONSENT_GIVEN = "consentGiven";
    static final String ACCEPTED = "accepted";
    static final String OUTCOME_CONFIRMED = "outcomeConfirmed";

    private ReferralProcess() {}

    static long referralId(TaskContext task) {
        return task.longVar("referralId");
    }

    static String ngoCode(TaskContext task) {
        return task.stringVar("ngoCode");
    }
}
