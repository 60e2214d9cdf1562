package org.jiuzhu.workflow.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Refusal.Kind;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.ClaimGate;
import org.jiuzhu.workflow.ClaimGate.Deed;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.RecordGate;
import org.jiuzhu.workflow.TaskCompleted;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskDesk;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskHandlers;
import org.jiuzhu.workflow.TaskSubject;
import org.jiuzhu.workflow.WorkItem;
import org.jiuzhu.workflow.form.FormRules;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class EngineTaskDesk implements TaskDesk {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final FormService forms;
    private final WorkItems items;
    private final WorkItemWriter writer;
    private final TaskDrafts drafts;
    private final TaskHandlers handlers;
    private final FormRules rules;
    private final RecordGate records;
    private final ClaimGate gate;
    private final DataScopes scopes;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;
    private final Clock clock;

    EngineTaskDesk(
            @Lazy TaskService tasks,
            @Lazy RuntimeService runtime,
            @Lazy FormService forms,
            WorkItems items,
            WorkItemWriter writer,
            TaskDrafts drafts,
            TaskHandlers handlers,
            FormRules rules,
            RecordGate records,
            ClaimGate gate,
            DataScopes scopes,
            ApplicationEventPublisher events,
            ObjectMapper json,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.forms = forms;
        this.items = items;
        this.writer = writer;
        this.drafts = drafts;
        this.handlers = handlers;
        this.rules = rules;
        this.records = records;
        this.gate = gate;
        this.scopes = scopes;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public WorkItem open(String taskId, Actor actor) {
        WorkItem item = items.find(taskId, actor).orElseThrow(() -> gone(taskId, actor, Deed.OPEN));
        refuseRelatives(item, actor, Deed.OPEN);
        return item;
    }

    @Override
    @Transactional
    public void claim(String taskId, Actor actor) {
        WorkItem item = items.lock(taskId, actor).orElseThrow(() -> gone(taskId, actor, Deed.CLAIM));
        take(item, actor, Deed.CLAIM);
    }

    private void take(WorkItem item, Actor actor, Deed deed) {
        refuseRelatives(item, actor, deed);
        if (!actor.mayAct()) {
            throw new Refusal(Kind.FORBIDDEN, "task.notFiled");
        }
        if (actor.username().equals(item.assignee())) {
            return;
        }
        if (item.assignee() != null) {
            throw new Refusal(Kind.CONFLICT, "task.takenBy", items.displayName(item.assignee()));
        }
        handlers.of(item.taskKey()).checkClaim(context(item), actor);
        scopes.runAsSystem("claim", () -> tasks.setAssignee(item.taskId(), actor.username()));
    }

    @Override
    @Transactional
    public void release(String taskId, Actor actor) {
        WorkItem item = items.lock(taskId, actor).orElseThrow(() -> gone(taskId, actor, Deed.OPEN));
        if (item.assignee() == null) {
            return;
        }
        if (!actor.username().equals(item.assignee())) {
            throw new Refusal(Kind.CONFLICT, "task.takenBy", items.displayName(item.assignee()));
        }
        scopes.runAsSystem("release", () -> tasks.setAssignee(item.taskId(), null));
    }

    @Override
    @Transactional
    public void complete(String taskId, Map<String, ?> given, Actor actor) {
        WorkItem item = items.lock(taskId, actor).orElseThrow(() -> gone(taskId, actor, Deed.COMPLETE));
        take(item, actor, Deed.COMPLETE);
        TaskContext context = context(item);
        TaskHandler handler = handlers.of(item.taskKey());
        FormAnswers answers = rules.check(form(item), given, handler.prefill(context));
        if (handler.needsRecord() && !records.hasRecord(taskId)) {
            throw new InvalidInput(FieldProblem.of("serviceRecord", "task.needsRecord"));
        }
        scopes.runAsSystem("complete task", () -> {
            TaskSubject subject = handler.subject(context);
            Map<String, @Nullable Object> variables = handler.complete(context, answers, actor);
            ProcessVariables.check(variables);
            drafts.delete(taskId, actor);
            writer.finished(taskId, actor.username());
            Instant now = clock.instant();
            events.publishEvent(new TaskCompleted(context, subject, actor, now, !now.isBefore(item.dueAt())));
            tasks.complete(taskId, variables);
        });
    }

    @Override
    @Transactional(readOnly = true)
    public TaskContext context(WorkItem item) {
        String execution = items.executionOf(item.taskId());
        return new TaskContext(
                item.taskId(),
                item.taskKey(),
                item.processKey(),
                items.businessKeyOf(item.processInstanceId()),
                runtime.getVariables(execution));
    }

    @Override
    @Transactional(readOnly = true)
    public String form(WorkItem item) {
        try (InputStream deployed = forms.getDeployedTaskForm(item.taskId())) {
            return new String(deployed.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    @Transactional
    public void saveDraft(String taskId, String answersJson, Actor actor) {
        WorkItem item = open(taskId, actor);
        drafts.save(item.taskId(), answersJson, actor);
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable String draft(String taskId, Actor actor) {
        return drafts.find(taskId, actor);
    }

    @Override
    @Transactional
    public void keepAnswers(String taskId, Map<String, ?> answers, Actor actor) {
        try {
            drafts.save(taskId, json.writeValueAsString(answers), actor);
        } catch (JsonProcessingException failed) {
            throw new IllegalArgumentException(failed);
        }
    }

    private void refuseRelatives(WorkItem item, Actor actor, Deed deed) {
        if (gate.excluded(item.subject()).contains(actor.username())) {
            throw gate.refuse(item.subject(), actor, deed);
        }
    }

    /** What row-level security hides from a relative is not gone: the attempt is put on record and refused. */
    private Refusal gone(String taskId, Actor actor, Deed deed) {
        scopes.asSystem("closed task", () -> items.find(taskId, actor))
                .ifPresent(hidden -> refuseRelatives(hidden, actor, deed));
        return items.finishedBy(taskId, actor)
                .map(name -> name.equals(WorkItemWriter.SYSTEM)
                        ? new Refusal(Kind.CONFLICT, "task.movedOn")
                        : new Refusal(Kind.CONFLICT, "task.finishedBy", name))
                .orElseGet(() -> items.isHeldFor(taskId, actor)
                        ? new Refusal(Kind.CONFLICT, "task.held")
                        : new Refusal(Kind.NOT_FOUND, "task.notForYou"));
    }
}
