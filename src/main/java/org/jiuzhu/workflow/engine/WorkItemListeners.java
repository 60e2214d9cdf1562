package org.jiuzhu.workflow.engine;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jiuzhu.workflow.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Takes the candidate groups off every user task's model and writes the task into the work list instead, by built-in
 * listeners (which no {@code skipCustomListeners} skips) in the engine's own transaction. No identity links are made.
 */
@Component
class WorkItemListeners extends AbstractBpmnParseListener {

    static final String GROUPS = "jiuzhu:candidateGroups";

    private static final String STAGE = "stage";

    private final SingletonSupplier<WorkItemWriter> writer;

    WorkItemListeners(ObjectProvider<WorkItemWriter> writer) {
        this.writer = SingletonSupplier.of(writer::getObject);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        List<Expression> groups = definition.getCandidateGroupIdExpressions().stream()
                .<Expression>map(OfExecution::new)
                .toList();
        definition.getCandidateGroupIdExpressions().clear();
        activity.setProperty(GROUPS, groups);
        if (definition.getDueDateExpression() != null) {
            definition.setDueDateExpression(new OfExecution(definition.getDueDateExpression()));
        }
        String ownStage = ModelProperties.of(element).get(STAGE);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, task -> writer.obtain()
                .created(task, evaluate(groups, task), stage(task, ownStage)));
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_ASSIGNMENT, task -> writer.obtain().assigned(task));
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_COMPLETE, task -> writer.obtain().gone(task));
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_DELETE, task -> writer.obtain().gone(task));
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        definition.setProperty(STAGE, ModelProperties.of(process).get(STAGE));
    }

    /** A task's own stage, else its process's; a model that says nothing counts as service. */
    private static Stage stage(DelegateTask task, @Nullable String ownStage) {
        Object said = ownStage != null
                ? ownStage
                : ((ExecutionEntity) task.getExecution()).getProcessDefinition().getProperty(STAGE);
        return said == null ? Stage.SERVICE : Stage.valueOf(said.toString());
    }

    static Set<String> evaluate(List<Expression> expressions, DelegateTask task) {
        Set<String> groups = new LinkedHashSet<>();
        for (Expression expression : expressions) {
            Object value = expression.getValue(task);
            if (value instanceof Collection<?> many) {
                many.forEach(group -> groups.add(String.valueOf(group)));
            } else if (value != null) {
                groups.addAll(List.of(value.toString().split("\\s*,\\s*")));
            }
        }
        if (groups.isEmpty()) {
            throw new IllegalStateException("Nobody is asked to do " + task.getTaskDefinitionKey());
        }
        return groups;
    }
}
