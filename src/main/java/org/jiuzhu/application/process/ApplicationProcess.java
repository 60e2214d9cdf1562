package org.jiuzhu.application.process;

import org.jiuzhu.workflow.TaskContext;

/** The names in {@code application-assist.bpmn}. */
final class ApplicationProcess {

    static final String EXPLAIN_POLICY = "userTask_explainPolicy";
    static final String RECORD_COMMITMENT = "userTask_recordCreditCommitment";
    static final String PREPARE_MATERIALS = "userTask_prepareMaterials";
    static final String SUBMIT = "userTask_submitToWindow";
    static final String ACCEPT = "userTask_acceptApplication";
    static final String INQUIRE = "userTask_inquireResult";
    static final String EXPLAIN_RESULT = "userTask_explainResult";

    static final String APPLYING = "applying";
    static final String COMMITTED = "committed";
    static final String PREPARED = "prepared";
    static final String ACCEPTED = "accepted";
    static final String RESULT_THERE = "resultThere";

    private ApplicationProcess() {}

    static long applicationId(TaskContext task) {
        return task.longVar("applicationId");
    }
}
