package org.jiuzhu.visit.process;

import java.util.List;
import org.jiuzhu.visit.VisitWindows;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;

/** A task about one window, and so about whoever is owed it. */
interface WindowTask extends TaskHandler {

    VisitWindows windows();

    @Override
    default TaskSubject subject(TaskContext task) {
        return windows().subject(VisitProcess.windowId(task));
    }

    @Override
    default List<TaskSubject> subjects(List<TaskContext> tasks) {
        return windows().subjects(tasks.stream().map(VisitProcess::windowId).toList());
    }
}
