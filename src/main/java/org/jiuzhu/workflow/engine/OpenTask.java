package org.jiuzhu.workflow.engine;

import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jiuzhu.workflow.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * What the model says about a task that is open already, asked again with the variables and the rules of now.
 *
 * @param due null where the model sets no date
 */
record OpenTask(TaskContext context, Set<String> groups, @Nullable Date due, String executionId) {

    static OpenTask read(ProcessEngine engine, String taskId) {
        Command<OpenTask> asked = command -> {
            TaskEntity task = command.getTaskManager().findTaskById(taskId);
            Expression due = task.getTaskDefinition().getDueDateExpression();
            return new OpenTask(
                    Contexts.of(task),
                    WorkItemListeners.evaluate(groups(task), task),
                    due == null ? null : (Date) due.getValue(task),
                    task.getExecutionId());
        };
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(asked);
    }

    @SuppressWarnings("unchecked")
    private static List<Expression> groups(TaskEntity task) {
        return (List<Expression>) ((ExecutionEntity) task.getExecution())
                .getProcessDefinition()
                .findActivity(task.getTaskDefinitionKey())
                .getProperty(WorkItemListeners.GROUPS);
    }
}
