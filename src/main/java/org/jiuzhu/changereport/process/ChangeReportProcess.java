package org.jiuzhu.changereport.process;

import org.jiuzhu.workflow.TaskContext;

/** The names of change-report. */
final class ChangeReportProcess {

    static final String REPORT_ID = "reportId";
    static final String HOLDS = "holds";
    static final String NEXT_STEP = "nextStep";

    private ChangeReportProcess() {}

    static long reportId(TaskContext task) {
        return task.longVar(REPORT_ID);
    }
}
