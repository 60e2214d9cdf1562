package org.jiuzhu.workflow.engine;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.ClaimGate;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandlers;
import org.jiuzhu.workflow.TaskHandover;
import org.jiuzhu.workflow.TaskSubject;
import org.jiuzhu.workflow.WorkItem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class EngineTaskHandover implements TaskHandover {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final WorkItems items;
    private final WorkItemWriter writer;
    private final TaskHandlers handlers;
    private final ClaimGate gate;
    private final DataScopes scopes;

    EngineTaskHandover(
            @Lazy TaskService tasks,
            @Lazy RuntimeService runtime,
            WorkItems items,
            WorkItemWriter writer,
            TaskHandlers handlers,
            ClaimGate gate,
            DataScopes scopes) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.items = items;
        this.writer = writer;
        this.handlers = handlers;
        this.gate = gate;
        this.scopes = scopes;
    }

    @Override
    @Transactional
    public @Nullable TaskSubject reconsider(String taskId) {
        return scopes.<@Nullable TaskSubject>asSystem("task handover", () -> {
            Optional<WorkItem> open = items.lock(taskId);
            return open.isEmpty() ? null : reconsider(open.get());
        });
    }

    private @Nullable TaskSubject reconsider(WorkItem item) {
        TaskSubject subject = item.subject();
        boolean given = item.assignee() != null && gate.excluded(subject).contains(item.assignee());
        if (given) {
            tasks.setAssignee(item.taskId(), null);
        }
        writer.askOthers(context(item), subject, items.groupsOf(item.taskId()));
        return given ? subject : null;
    }

    private TaskContext context(WorkItem item) {
        return new TaskContext(
                item.taskId(),
                item.taskKey(),
                item.processKey(),
                items.businessKeyOf(item.processInstanceId()),
                runtime.getVariables(items.executionOf(item.taskId())));
    }
}
