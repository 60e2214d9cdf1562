package org.jiuzhu.application.process;

import org.jiuzhu.application.Application;
import org.jiuzhu.application.Applications;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;

/** What every task of an application has in common: whom it is about. */
abstract class ApplicationTask implements TaskHandler {

    private final Applications applications;

    ApplicationTask(Applications applications) {
        this.applications = applications;
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return applications.subject(application(task));
    }

    Application application(TaskContext task) {
        return applications.get(ApplicationProcess.applicationId(task));
    }
}
