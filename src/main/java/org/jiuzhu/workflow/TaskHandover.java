package org.jiuzhu.workflow;

import org.jspecify.annotations.Nullable;

/** Takes open tasks out of hands that may not have them: the product's own doing, in the running transaction. */
public interface TaskHandover {

    /**
     * Asks the {@link ClaimGate} again about an open task: gives it back where its holder is excluded, and offers it to
     * others where nobody is left among those asked.
     *
     * @return the task's subject if it was given back, else null
     */
    @Nullable
    TaskSubject reconsider(String taskId);
}
