package org.jiuzhu.workflow;

/** Calls somebody to a task that is open, beside those to whom it was offered. */
public interface Attention {

    /**
     * Marks the open task as escalated and offers it to whoever has a function as well; once. In the running transaction.
     *
     * @param businessKey the number of what the task's process is about
     * @param function as {@code task-routing} names it
     */
    void call(String businessKey, String taskKey, String function);
}
