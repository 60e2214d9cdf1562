package org.jiuzhu.workflow.engine;

import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a process may carry: ids, booleans, enum names and dates; never text about somebody. */
final class ProcessVariables {

    private static final int LONGEST = 64;

    private ProcessVariables() {}

    static void check(Map<String, @Nullable Object> variables) {
        variables.forEach((name, value) -> {
            boolean fits = value == null
                    || value instanceof Boolean
                    || value instanceof Number
                    || value instanceof Date
                    || (value instanceof String text && text.length() <= LONGEST && text.matches("[A-Za-z0-9_:.-]*"));
            if (!fits) {
                throw new IllegalStateException(
                        "Process variable " + name + " must be an id, a boolean, a code or a date");
            }
        });
    }
}
