package org.jiuzhu.workflow.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.workflow.Attention;
import org.jiuzhu.workflow.EscalationGroups;
import org.jiuzhu.workflow.ForModels;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandlers;
import org.jiuzhu.workflow.TaskNoticed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a task's reminder and its lateness do, called by boundary timers; and what calls somebody to it before. */
@Component("reminders")
@ForModels
public class Reminders implements Attention {

    private final RuntimeService runtime;
    private final JdbcTemplate jdbc;
    private final WorkItemWriter items;
    private final TaskHandlers handlers;
    private final EscalationGroups escalation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(
            @Lazy RuntimeService runtime,
            JdbcTemplate jdbc,
            WorkItemWriter items,
            TaskHandlers handlers,
            EscalationGroups escalation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.items = items;
        this.handlers = handlers;
        this.escalation = escalation;
        this.events = events;
        this.clock = clock;
    }

    /** Marks the open task as reminded; once. */
    public void remind(DelegateExecution execution, String taskKey) {
        notice(Running.of(execution), taskKey, TaskNoticed.Kind.REMINDED, "reminded_at");
    }

    /** Marks the open task as escalated and shows it to whoever answers for delays as well; once. */
    public void escalate(DelegateExecution execution, String taskKey) {
        Running running = Running.of(execution);
        escalate(running, taskKey, escalation.groups(running.orgCode()));
    }

    @Override
    public void call(String businessKey, String taskKey, String function) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(instance -> Running.of(instance, runtime.getVariables(instance.getId())))
                .forEach(running -> escalate(running, taskKey, escalation.groups(function, running.orgCode())));
    }

    private void escalate(Running running, String taskKey, Collection<String> groups) {
        notice(running, taskKey, TaskNoticed.Kind.ESCALATED, "escalated_at")
                .forEach(taskId -> items.offer(taskId, groups));
    }

    /**
     * Shows whatever is open in the process to whoever answers for delays at this step of escalation, and marks it. What
     * was escalated before is told to the level above.
     *
     * @param function the step of escalation, routed by {@code task-routing}
     */
    public void escalateAll(DelegateExecution execution, String function) {
        Running running = Running.of(execution);
        Collection<String> groups = escalation.groups(function, running.orgCode());
        items.writeWaitingOf(running.instanceId());
        for (Open task : open(running)) {
            items.offer(task.taskId(), groups);
            jdbc.update(
                    "update work_item set escalated_at = coalesce(escalated_at, ?) where task_id = ?",
                    Timestamp.from(clock.instant()),
                    task.taskId());
            tell(running, task, task.escalated() ? TaskNoticed.Kind.ESCALATED_FURTHER : TaskNoticed.Kind.ESCALATED);
        }
    }

    /** The process that a task belongs to. */
    private record Running(String instanceId, String processKey, String businessKey, Map<String, Object> variables) {

        static Running of(DelegateExecution execution) {
            return new Running(
                    execution.getProcessInstanceId(),
                    execution.getProcessDefinitionId().split(":")[0],
                    execution.getProcessBusinessKey(),
                    execution.getVariables());
        }

        static Running of(ProcessInstance instance, Map<String, Object> variables) {
            return new Running(
                    instance.getId(),
                    instance.getProcessDefinitionId().split(":")[0],
                    instance.getBusinessKey(),
                    variables);
        }

        String orgCode() {
            return (String) Objects.requireNonNull(variables.get("orgCode"));
        }
    }

    private record Open(String taskId, String taskKey, boolean escalated) {}

    private List<Open> open(Running running) {
        return jdbc.query(
                """
                select task_id, task_key, escalated_at from work_item
                where process_instance_id = ? and held is null order by task_id for update
                """,
                (row, n) -> new Open(
                        row.getString("task_id"), row.getString("task_key"), row.getTimestamp("escalated_at") != null),
                running.instanceId());
    }

    private List<String> notice(Running running, String taskKey, TaskNoticed.Kind kind, String column) {
        items.writeWaitingOf(running.instanceId());
        List<String> open = jdbc.queryForList(
                "update work_item set " + column + " = ? where process_instance_id = ? and task_key = ? and " + column
                        + " is null and held is null returning task_id",
                String.class,
                Timestamp.from(clock.instant()),
                running.instanceId(),
                taskKey);
        open.forEach(taskId -> tell(running, new Open(taskId, taskKey, false), kind));
        return open;
    }

    private void tell(Running running, Open task, TaskNoticed.Kind kind) {
        TaskContext context = new TaskContext(
                task.taskId(), task.taskKey(), running.processKey(), running.businessKey(), running.variables());
        events.publishEvent(
                new TaskNoticed(context, handlers.of(task.taskKey()).subject(context), kind, clock.instant()));
    }
}
