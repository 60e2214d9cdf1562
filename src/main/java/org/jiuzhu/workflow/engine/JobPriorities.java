package org.jiuzhu.workflow.engine;

import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobPriorityProvider;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** The engine's own, but that a job is not described in words for an error that nearly never comes. */
final class JobPriorities extends DefaultJobPriorityProvider {

    @Override
    protected String describeContext(JobDeclaration<?, ?> job, ExecutionEntity execution) {
        return "Job at " + job.getActivityId();
    }
}
