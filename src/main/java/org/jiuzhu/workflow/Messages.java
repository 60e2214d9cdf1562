package org.jiuzhu.workflow;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts processes and tells them what happened outside, by business key alone. */
public interface Messages {

    /** Starts the process that waits for the message, in the running transaction. */
    void start(String messageName, String businessKey, Map<String, @Nullable Object> variables);
}
