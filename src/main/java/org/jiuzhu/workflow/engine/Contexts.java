package org.jiuzhu.workflow.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jiuzhu.workflow.TaskContext;

/** Makes a {@link TaskContext} of what the engine hands to a listener. */
final class Contexts {

    private Contexts() {}

    static TaskContext of(DelegateTask task) {
        return new TaskContext(
                task.getId(),
                task.getTaskDefinitionKey(),
                ((ExecutionEntity) task.getExecution()).getProcessDefinition().getKey(),
                task.getExecution().getProcessBusinessKey(),
                task.getExecution().getVariables());
    }
}
