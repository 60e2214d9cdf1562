package org.jiuzhu.visit.process;

import org.jiuzhu.workflow.TaskContext;

/** The names of visit and refused-visits; both are about one resident, and carry nothing else about them. */
final class VisitProcess {

    static final String WINDOW_ID = "windowId";
    /** Passed to a visit that starts, and not kept: the window keeps it. */
    static final String REMIND_AT = "remindAt";

    static final String REFUSAL_ID = "refusalId";
    static final String VISITS_GO_ON = "visitsGoOn";

    /** Ends the visiting of a window; a miss is still to be explained. */
    static final String VISIT_SETTLED = "VisitSettled";

    /** Ends everything about a window. */
    static final String WINDOW_CANCELLED = "WindowCancelled";

    private VisitProcess() {}

    static long windowId(TaskContext task) {
        return task.longVar(WINDOW_ID);
    }

    static long refusalId(TaskContext task) {
        return task.longVar(REFUSAL_ID);
    }
}
