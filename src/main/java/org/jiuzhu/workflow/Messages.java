package org.jiuzhu.workflow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts processes and tells them what happened outside, by business key alone. */
public interface Messages {

    /** Starts the process that waits for the message, in the running transaction. */
    void start(String messageName, String businessKey, Map<String, @Nullable Object> variables);

    /**
     * A process to start with many others.
     *
     * @param passing variables that are read while it starts, the dates of its first timers, and never stored
     */
    record Start(String businessKey, Map<String, @Nullable Object> variables, Map<String, @Nullable Object> passing) {}

    /**
     * Starts a process for each, in the running transaction, as {@link #start} does for one: with one flush of the engine
     * and the work items written together. Made for some hundreds at once.
     */
    void startMany(String messageName, List<Start> starts);

    /**
     * Tells the running process of this business key, in the running transaction; never starts one.
     *
     * @param variables set in the process itself
     * @return false if no process of this key waits for the message: it ended, it never ran, or it has moved on
     */
    boolean correlate(String messageName, String businessKey, Map<String, @Nullable Object> variables);

    /**
     * As {@link #correlate}, for an event subprocess that may run several times at once: the variables are its own, and
     * the process around it never sees them.
     */
    boolean happen(String messageName, String businessKey, Map<String, @Nullable Object> variables);
}
