package org.jiuzhu.workflow.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.jiuzhu.workflow.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class EngineMessages implements Messages {

    private final RuntimeService runtime;

    private final ManyStarts many;

    EngineMessages(@Lazy RuntimeService runtime, ManyStarts many) {
        this.runtime = runtime;
        this.many = many;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(String messageName, String businessKey, Map<String, @Nullable Object> variables) {
        runtime.startProcessInstanceByMessage(messageName, businessKey, variables);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void startMany(String messageName, List<Start> starts) {
        if (!starts.isEmpty()) {
            many.start(messageName, starts);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean correlate(String messageName, String businessKey, Map<String, @Nullable Object> variables) {
        return tell(messageName, businessKey, message -> message.setVariables(variables));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean happen(String messageName, String businessKey, Map<String, @Nullable Object> variables) {
        return tell(messageName, businessKey, message -> message.setVariablesToTriggeredScope(variables));
    }

    /** The engine itself would start a process where nobody waits; so the one that waits is looked for first. */
    private boolean tell(String messageName, String businessKey, Consumer<MessageCorrelationBuilder> variables) {
        Set<String> waiting = runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(businessKey)
                .messageEventSubscriptionName(messageName)
                .list()
                .stream()
                .map(Execution::getProcessInstanceId)
                .collect(Collectors.toSet());
        for (String instance : waiting) {
            MessageCorrelationBuilder message =
                    runtime.createMessageCorrelation(messageName).processInstanceId(instance);
            variables.accept(message);
            message.correlate();
        }
        return !waiting.isEmpty();
    }
}
