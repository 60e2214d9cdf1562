package org.jiuzhu.workflow.engine;

import java.sql.Array;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.workflow.Attention;
import org.jiuzhu.workflow.EscalationGroups;
import org.jiuzhu.workflow.ForModels;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandlers;
import org.jiuzhu.workflow.TaskSubject;
import org.jiuzhu.workflow.TasksNoticed;
import org.jiuzhu.workflow.TasksNoticed.Noticed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a task's reminder and its lateness do, called by boundary timers; and what calls somebody to it before. */
@Component("reminders")
@ForModels
public class Reminders implements Attention {

    /** A task's key is asked for in the process in which it is open. */
    private static final String MARK =
            """
            update work_item w set %1$s = ? from unnest(?, ?) as s(instance, task_key)
            where w.process_instance_id = s.instance and w.task_key = s.task_key and w.%1$s is null and w.held is null
            returning w.task_id, w.task_key, w.process_instance_id
            """;

    private final ThreadLocal<@Nullable List<Asked>> waiting = new ThreadLocal<>();

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

    /** The process that a task belongs to. */
    private record Running(
            String instanceId,
            String processKey,
            @Nullable String businessKey,
            Map<String, @Nullable Object> variables) {

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

        TaskContext open(String taskId, String taskKey) {
            return new TaskContext(taskId, taskKey, processKey, businessKey, variables);
        }
    }

    private record Asked(Running process, String taskKey) {}

    /** Marks the open task as reminded; once. */
    public void remind(DelegateExecution execution, String taskKey) {
        Asked asked = new Asked(Running.of(execution), taskKey);
        List<Asked> together = waiting.get();
        if (together == null) {
            remind(List.of(asked));
        } else {
            together.add(asked);
        }
    }

    private void remind(List<Asked> asked) {
        tell(mark(asked, "reminded_at"), TasksNoticed.Kind.REMINDED);
    }

    /** Marks all that is to be reminded while something runs in a few statements at its end. */
    void together(Runnable work) {
        if (waiting.get() != null) {
            work.run();
            return;
        }
        List<Asked> asked = new ArrayList<>();
        waiting.set(asked);
        try {
            work.run();
            if (!asked.isEmpty()) {
                remind(asked);
            }
        } finally {
            waiting.remove();
        }
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
                .forEach(running -> {
                    remember(running, function, taskKey);
                    escalate(running, taskKey, escalation.groups(function, running.orgCode()));
                });
    }

    private void escalate(Running running, String taskKey, Collection<String> groups) {
        List<TaskContext> late = mark(List.of(new Asked(running, taskKey)), "escalated_at");
        tell(late, TasksNoticed.Kind.ESCALATED);
        late.forEach(task -> items.offer(task.taskId(), groups));
    }

    /**
     * Shows whatever is open in the process to whoever answers for delays at this step of escalation, and marks it. What
     * was escalated before is told to the level above. An item that is held is shown to them when it goes on, and one that
     * goes to other people with a move to those above them.
     *
     * @param function the step of escalation, routed by {@code task-routing}
     */
    public void escalateAll(DelegateExecution execution, String function) {
        Running running = Running.of(execution);
        Collection<String> groups = escalation.groups(function, running.orgCode());
        remember(running, function, null);
        for (Open task : open(running)) {
            items.offer(task.taskId(), groups);
            jdbc.update(
                    "update work_item set escalated_at = coalesce(escalated_at, ?) where task_id = ?",
                    Timestamp.from(clock.instant()),
                    task.taskId());
            tell(
                    List.of(running.open(task.taskId(), task.taskKey())),
                    task.escalated() ? TasksNoticed.Kind.ESCALATED_FURTHER : TasksNoticed.Kind.ESCALATED);
        }
    }

    /** So that a move or a hold does not lose it: whoever was called is called again where the item is shown anew. */
    private void remember(Running running, String function, @Nullable String taskKey) {
        items.writeWaitingOf(running.instanceId());
        jdbc.update(
                """
                update work_item set called = called || ?::text
                where process_instance_id = ? and task_key = coalesce(?, task_key) and not ?::text = any (called)
                """,
                function,
                running.instanceId(),
                taskKey,
                function);
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

    private record Place(String instanceId, String taskKey) {}

    /** @return the open tasks that were not marked before */
    private List<TaskContext> mark(List<Asked> asked, String column) {
        Map<Place, Asked> places = new HashMap<>();
        asked.forEach(some -> places.put(new Place(some.process().instanceId(), some.taskKey()), some));
        places.keySet().forEach(place -> items.writeWaitingOf(place.instanceId()));
        List<Place> order = List.copyOf(places.keySet());
        return jdbc.query(
                connection -> {
                    Array instances = connection.createArrayOf(
                            "text", order.stream().map(Place::instanceId).toArray());
                    Array keys = connection.createArrayOf(
                            "text", order.stream().map(Place::taskKey).toArray());
                    var mark = connection.prepareStatement(MARK.formatted(column));
                    mark.setTimestamp(1, Timestamp.from(clock.instant()));
                    mark.setArray(2, instances);
                    mark.setArray(3, keys);
                    return mark;
                },
                (row, n) -> {
                    Place place = new Place(row.getString("process_instance_id"), row.getString("task_key"));
                    Asked some = Objects.requireNonNull(places.get(place));
                    return some.process().open(row.getString("task_id"), some.taskKey());
                });
    }

    private void tell(List<TaskContext> tasks, TasksNoticed.Kind kind) {
        Map<String, List<TaskContext>> byKey = tasks.stream().collect(Collectors.groupingBy(TaskContext::taskKey));
        byKey.forEach((key, some) -> {
            List<TaskSubject> subjects = handlers.of(key).subjects(some);
            List<Noticed> noticed = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                noticed.add(new Noticed(some.get(i), subjects.get(i)));
            }
            events.publishEvent(new TasksNoticed(noticed, kind, clock.instant()));
        });
    }
}
