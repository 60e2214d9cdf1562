package org.jiuzhu.workflow;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a user task stands: ids and process variables, never a person's data. */
public record TaskContext(
        String taskId,
        String taskKey,
        String processKey,
        @Nullable String businessKey,
        Map<String, @Nullable Object> variables) {

    /** @throws IllegalStateException if the process does not carry the variable */
    public long longVar(String name) {
        Object value = variables.get(name);
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException(taskKey + " needs the number " + name + ", found " + value);
    }

    /** @throws IllegalStateException if the process does not carry the variable */
    public String stringVar(String name) {
        Object value = variables.get(name);
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalStateException(taskKey + " needs the text " + name + ", found " + value);
    }

    public @Nullable Object optional(String name) {
        return variables.get(name);
    }
}
