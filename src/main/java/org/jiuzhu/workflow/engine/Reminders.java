package org.jiuzhu.workflow.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jiuzhu.workflow.EscalationGroups;
import org.jiuzhu.workflow.ForModels;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandlers;
import org.jiuzhu.workflow.TaskNoticed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a task's reminder and its lateness do, called by boundary timers. */
@Component("reminders")
@ForModels
public class Reminders {

    private final JdbcTemplate jdbc;
    private final WorkItemWriter items;
    private final TaskHandlers handlers;
    private final EscalationGroups escalation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(
            JdbcTemplate jdbc,
            WorkItemWriter items,
            TaskHandlers handlers,
            EscalationGroups escalation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.handlers = handlers;
        this.escalation = escalation;
        this.events = events;
        this.clock = clock;
    }

    /** Marks the open task as reminded; once. */
    public void remind(DelegateExecution execution, String taskKey) {
        notice(execution, taskKey, TaskNoticed.Kind.REMINDED, "reminded_at");
    }

    /** Marks the open task as escalated and shows it to whoever answers for delays as well; once. */
    public void escalate(DelegateExecution execution, String taskKey) {
        for (String taskId : notice(execution, taskKey, TaskNoticed.Kind.ESCALATED, "escalated_at")) {
            Collection<String> groups = escalation.groups((String) execution.getVariable("orgCode"));
            items.offer(taskId, groups);
        }
    }

    /**
     * Shows whatever is open in the process to whoever answers for delays at this step of escalation, and marks it. What
     * was escalated before is told to the level above.
     *
     * @param function the step of escalation, routed by {@code task-routing}
     */
    public void escalateAll(DelegateExecution execution, String function) {
        Collection<String> groups = escalation.groups(function, (String) execution.getVariable("orgCode"));
        items.writeWaitingOf(execution.getProcessInstanceId());
        for (Open task : open(execution)) {
            items.offer(task.taskId(), groups);
            jdbc.update(
                    "update work_item set escalated_at = coalesce(escalated_at, ?) where task_id = ?",
                    Timestamp.from(clock.instant()),
                    task.taskId());
            tell(execution, task, task.escalated() ? TaskNoticed.Kind.ESCALATED_FURTHER : TaskNoticed.Kind.ESCALATED);
        }
    }

    private record Open(String taskId, String taskKey, boolean escalated) {}

    private List<Open> open(DelegateExecution execution) {
        return jdbc.query(
                """
                select task_id, task_key, escalated_at from work_item
                where process_instance_id = ? and held is null order by task_id for update
                """,
                (row, n) -> new Open(
                        row.getString("task_id"), row.getString("task_key"), row.getTimestamp("escalated_at") != null),
                execution.getProcessInstanceId());
    }

    private List<String> notice(DelegateExecution execution, String taskKey, TaskNoticed.Kind kind, String column) {
        items.writeWaitingOf(execution.getProcessInstanceId());
        List<String> open = jdbc.queryForList(
                "update work_item set " + column + " = ? where process_instance_id = ? and task_key = ? and " + column
                        + " is null and held is null returning task_id",
                String.class,
                Timestamp.from(clock.instant()),
                execution.getProcessInstanceId(),
                taskKey);
        open.forEach(taskId -> tell(execution, new Open(taskId, taskKey, false), kind));
        return open;
    }

    private void tell(DelegateExecution execution, Open task, TaskNoticed.Kind kind) {
        TaskContext context = new TaskContext(
                task.taskId(),
                task.taskKey(),
                execution.getProcessDefinitionId().split(":")[0],
                execution.getProcessBusinessKey(),
                execution.getVariables());
        events.publishEvent(
                new TaskNoticed(context, handlers.of(task.taskKey()).subject(context), kind, clock.instant()));
    }
}
