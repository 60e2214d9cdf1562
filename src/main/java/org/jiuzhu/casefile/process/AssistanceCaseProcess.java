package org.jiuzhu.casefile.process;

import org.jiuzhu.workflow.TaskContext;

/** The names of assistance-case and service-plan. */
final class AssistanceCaseProcess {

    static final String CASE_ID = "caseId";
    static final String NEED_ID = "needId";
    static final String VERIFIED = "verified";
    static final String PLAN_ANSWER = "planAnswer";
    static final String PLAN_OUTCOME = "planOutcome";
    static final String CLOSING = "closing";

    private AssistanceCaseProcess() {}

    static long caseId(TaskContext task) {
        return task.longVar(CASE_ID);
    }

    static long needId(TaskContext task) {
        return task.longVar(NEED_ID);
    }
}
