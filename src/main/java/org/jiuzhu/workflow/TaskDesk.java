package org.jiuzhu.workflow;

import java.util.Map;
import org.jiuzhu.shared.Actor;
import org.jspecify.annotations.Nullable;

/** Claim, release and complete: the only ways by which a person changes a task. */
public interface TaskDesk {

    /**
     * The open item if it is offered to one of the actor's groups, or is the actor's own.
     *
     * @throws org.jiuzhu.shared.Refusal NOT_FOUND if it is not there or not for this actor; CONFLICT, naming who
     *     finished it, if the actor could have had it
     */
    WorkItem open(String taskId, Actor actor);

    /** @throws org.jiuzhu.shared.Refusal CONFLICT if somebody else holds it, FORBIDDEN if the actor is not filed */
    void claim(String taskId, Actor actor);

    void release(String taskId, Actor actor);

    /**
     * Validates the answers by the task's own form and completes it; claims it first if nobody holds it.
     *
     * @throws org.jiuzhu.shared.InvalidInput with every field that does not hold
     * @throws org.jiuzhu.shared.Refusal CONFLICT if somebody else was first; the answers stay as a draft
     */
    void complete(String taskId, Map<String, ?> answers, Actor actor);

    TaskContext context(WorkItem item);

    /** The task's form as deployed with its model, in Chinese and English, as JSON. */
    String form(WorkItem item);

    void saveDraft(String taskId, String answersJson, Actor actor);

    /** What this actor wrote last and has not handed in; also after somebody else finished the task. */
    @Nullable
    String draft(String taskId, Actor actor);

    /** Keeps answers that could not be handed in, so that nothing written is lost. */
    void keepAnswers(String taskId, Map<String, ?> answers, Actor actor);
}
