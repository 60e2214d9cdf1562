package org.jiuzhu.workflow;

import java.util.List;
import java.util.Map;
import org.jiuzhu.shared.Actor;
import org.jspecify.annotations.Nullable;

/** What a module does for one user task of its models; a Spring bean per task, found by {@link #taskKey()}. */
public interface TaskHandler {

    /** The task's id in the model, {@code userTask_acceptReferral}. */
    String taskKey();

    TaskSubject subject(TaskContext task);

    /** The subjects of many tasks that come at once, in their order; worth one question instead of one each. */
    default List<TaskSubject> subjects(List<TaskContext> tasks) {
        return tasks.stream().map(this::subject).toList();
    }

    /** What the form shows before anybody answers, and the options it offers; read in the user's name. */
    default Map<String, Object> prefill(TaskContext task) {
        return Map.of();
    }

    /** Whether a service record must stand behind the task before it can be completed (CS 四(二), V22). */
    default boolean needsRecord() {
        return false;
    }

    /** Whether the task waits while work about its subject stands still; what settles the reason does not. */
    default boolean isHeldBack() {
        return true;
    }

    /**
     * Asked of whoever claims, and of others where everybody asked is excluded: a refusal must not spoil the transaction.
     *
     * @throws org.jiuzhu.shared.Refusal if a rule keeps this person from this task (the surveyor does not review)
     */
    default void checkClaim(TaskContext task, Actor by) {}

    /**
     * Checks what only the domain knows and applies the answers. Runs in the transaction that completes the task.
     *
     * @return variables for the process: ids, booleans, enum names and dates only
     * @throws org.jiuzhu.shared.InvalidInput if an answer cannot be accepted
     */
    Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by);
}
