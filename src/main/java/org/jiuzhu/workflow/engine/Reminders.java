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

    private List<String> notice(DelegateExecution execution, String taskKey, TaskNoticed.Kind kind, String column) {
        List<String> open = jdbc.queryForList(
                "update work_item set " + column + " = ? where process_instance_id = ? and task_key = ? and " + column
                        + " is null and held is null returning task_id",
                String.class,
                Timestamp.from(clock.instant()),
                execution.getProcessInstanceId(),
                taskKey);
        for (String taskId : open) {
            TaskContext context = new TaskContext(
                    taskId,
                    taskKey,
                    execution.getProcessDefinitionId().split(":")[0],
                    execution.getProcessBusinessKey(),
                    execution.getVariables());
            events.publishEvent(new TaskNoticed(context, handlers.of(taskKey).subject(context), kind, clock.instant()));
        }
        return open;
    }
}
