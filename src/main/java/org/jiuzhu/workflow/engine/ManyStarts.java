package org.jiuzhu.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.Messages.Start;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Starts many processes in one command: the engine looks up the model once and flushes once, in JDBC batches, and what
 * expressions look up meanwhile is asked once.
 */
@Component
class ManyStarts {

    private final ProcessEngine engine;
    private final WorkItemWriter items;
    private final DataScopes scopes;

    ManyStarts(@Lazy ProcessEngine engine, @Lazy WorkItemWriter items, DataScopes scopes) {
        this.engine = engine;
        this.items = items;
        this.scopes = scopes;
    }

    /** @throws IllegalStateException if no model, or more than one, starts by the message */
    void start(String messageName, List<Start> starts) {
        Command<Integer> all = context -> {
            StartedBy model = startedBy(messageName, context);
            starts.forEach(model::start);
            return starts.size();
        };
        scopes.runAsSystem(
                "start many",
                () -> Batch.call(() -> {
                    items.together(() -> ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                            .getCommandExecutorTxRequired()
                            .execute(all));
                    return starts.size();
                }));
    }

    private static StartedBy startedBy(String messageName, CommandContext context) {
        List<EventSubscriptionEntity> models =
                context.getEventSubscriptionManager().findMessageStartEventSubscriptionByName(messageName);
        if (models.size() != 1) {
            throw new IllegalStateException(models.size() + " models start by " + messageName);
        }
        ProcessDefinitionEntity definition = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(models.get(0).getConfiguration());
        return new StartedBy(definition, definition.findActivity(models.get(0).getActivityId()));
    }

    private record StartedBy(ProcessDefinitionEntity model, ActivityImpl event) {

        void start(Start start) {
            VariableMap variables = Variables.fromMap(start.variables());
            start.passing()
                    .forEach((name, value) -> variables.putValueTyped(name, Variables.untypedValue(value, true)));
            model.createProcessInstance(start.businessKey(), event).start(variables);
        }
    }
}
