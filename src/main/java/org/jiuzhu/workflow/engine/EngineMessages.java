package org.jiuzhu.workflow.engine;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jiuzhu.workflow.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class EngineMessages implements Messages {

    private final RuntimeService runtime;

    EngineMessages(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(String messageName, String businessKey, Map<String, @Nullable Object> variables) {
        runtime.startProcessInstanceByMessage(messageName, businessKey, variables);
    }
}
