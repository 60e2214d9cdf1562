package org.jiuzhu.worklist.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Refusal.Kind;
import org.jiuzhu.workflow.TaskDesk;
import org.jiuzhu.workflow.TaskHandlers;
import org.jiuzhu.workflow.WorkItem;
import org.jiuzhu.workflow.form.FormLocalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The form of a task as a browser gets it, and what becomes of the answers it sends. */
@Component
class TaskForms {

    private static final int DRAFT_CHARACTERS = 200_000;

    private final TaskDesk desk;
    private final TaskHandlers handlers;
    private final FormLocalizer localizer;
    private final ObjectMapper mapper;

    TaskForms(TaskDesk desk, TaskHandlers handlers, FormLocalizer localizer, ObjectMapper mapper) {
        this.desk = desk;
        this.handlers = handlers;
        this.localizer = localizer;
        this.mapper = mapper;
    }

    /** @param draft what this user wrote last and has not handed in, or JSON null */
    record Opened(JsonNode schema, JsonNode data, JsonNode draft) {}

    @Transactional(readOnly = true)
    public Opened open(String taskId, Actor actor, Locale locale) {
        WorkItem item = desk.open(taskId, actor);
        Map<String, Object> data = handlers.of(item.taskKey()).prefill(desk.context(item));
        return new Opened(
                localizer.form(desk.form(item), locale), localizer.data(data, locale), read(desk.draft(taskId, actor)));
    }

    void keepDraft(String taskId, JsonNode answers, Actor actor) {
        String text = answers.toString();
        if (!answers.isObject() || text.length() > DRAFT_CHARACTERS) {
            throw new Refusal(Kind.UNPROCESSABLE, "task.draft.unusable");
        }
        desk.saveDraft(taskId, text, actor);
    }

    /**
     * Hands in the answers. Where somebody else was first, or the task is not the writer's any more, they are kept as a
     * draft, in a transaction of their own.
     *
     * @return the task that was completed
     * @throws InvalidAnswers naming each field as the form calls it
     * @throws AnswersKept if the task is no longer there to be completed, or no longer by this writer
     */
    WorkItem complete(String taskId, Map<String, ?> answers, Actor actor, Locale locale) {
        try {
            WorkItem item = desk.open(taskId, actor);
            desk.complete(taskId, answers, actor);
            return item;
        } catch (InvalidInput invalid) {
            throw new InvalidAnswers(invalid, labels(taskId, invalid, actor, locale));
        } catch (Refusal refusal) {
            if (refusal.kind() != Kind.CONFLICT && refusal.kind() != Kind.FORBIDDEN) {
                throw refusal;
            }
            desk.keepAnswers(taskId, answers, actor);
            throw new AnswersKept(refusal);
        } catch (OptimisticLockingException | ConcurrencyFailureException lost) {
            desk.keepAnswers(taskId, answers, actor);
            throw new AnswersKept(new Refusal(Kind.CONFLICT, "task.movedOn"));
        }
    }

    private Map<String, String> labels(String taskId, InvalidInput invalid, Actor actor, Locale locale) {
        String form = desk.form(desk.open(taskId, actor));
        Map<String, String> labels = new HashMap<>();
        for (FieldProblem problem : invalid.problems()) {
            localizer.label(form, problem.field(), locale).ifPresent(label -> labels.put(problem.field(), label));
        }
        return labels;
    }

    private JsonNode read(@Nullable String draft) {
        try {
            return draft == null ? NullNode.instance : mapper.readTree(draft);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A draft is not JSON", broken);
        }
    }
}
