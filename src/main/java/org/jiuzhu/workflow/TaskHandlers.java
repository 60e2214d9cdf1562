package org.jiuzhu.workflow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every module's {@link TaskHandler}, by task key. */
@Component
public class TaskHandlers {

    private final Map<String, TaskHandler> byKey;

    TaskHandlers(List<TaskHandler> handlers) {
        this.byKey = handlers.stream().collect(Collectors.toMap(TaskHandler::taskKey, Function.identity()));
    }

    public TaskHandler of(String taskKey) {
        TaskHandler handler = byKey.get(taskKey);
        if (handler == null) {
            throw new IllegalStateException("No module handles " + taskKey);
        }
        return handler;
    }

    public Set<String> keys() {
        return byKey.keySet();
    }
}
