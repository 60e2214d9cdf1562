package org.jiuzhu.lifeevent.process;

import org.jiuzhu.workflow.TaskContext;

/** The names in {@code household-transfer.bpmn} and {@code person-deceased.bpmn}. */
final class LifeEventProcess {

    static final String OUT_CONFIRMED = "outConfirmed";
    static final String IN_CONFIRMED = "inConfirmed";
    static final String DEATH_CONFIRMED = "deathConfirmed";

    private LifeEventProcess() {}

    static long moveId(TaskContext task) {
        return task.longVar("moveId");
    }

    static long deathId(TaskContext task) {
        return task.longVar("deathId");
    }
}
