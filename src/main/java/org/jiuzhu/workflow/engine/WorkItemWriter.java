package org.jiuzhu.workflow.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.ClaimGate;
import org.jiuzhu.workflow.Stage;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskHandlers;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes {@code work_item} and its offers, in the transaction in which the engine writes the task. */
@Component
class WorkItemWriter {

    /** Nobody but the process itself: a deadline passed, the case was ended. */
    static final String SYSTEM = "system";

    private static final Instant WITHOUT_END = Instant.parse("9999-12-31T00:00:00Z");

    private final ThreadLocal<@Nullable List<NewItem>> waiting = new ThreadLocal<>();

    private final JdbcTemplate jdbc;
    private final WorkItemRows rows;
    private final TaskHandlers handlers;
    private final ClaimGate gate;
    private final DataScopes scopes;
    private final Clock clock;

    WorkItemWriter(
            JdbcTemplate jdbc,
            WorkItemRows rows,
            TaskHandlers handlers,
            ClaimGate gate,
            DataScopes scopes,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.handlers = handlers;
        this.gate = gate;
        this.scopes = scopes;
        this.clock = clock;
    }

    void created(DelegateTask task, Set<String> groups, Stage stage) {
        Date due = task.getDueDate();
        NewItem item = new NewItem(
                Contexts.of(task),
                task.getProcessInstanceId(),
                task.getProcessDefinitionId(),
                groups,
                stage,
                due == null ? WITHOUT_END : due.toInstant());
        List<NewItem> together = waiting.get();
        if (together == null) {
            write(List.of(item));
        } else {
            together.add(item);
        }
    }

    /** Writes the items of all tasks that come while something runs in a few statements at its end. */
    void together(Runnable work) {
        if (waiting.get() != null) {
            work.run();
            return;
        }
        waiting.set(new ArrayList<>());
        try {
            work.run();
            writeWaiting();
        } finally {
            waiting.remove();
        }
    }

    /** Before anything is said about open items of a process: those that still wait to be written are among them. */
    void writeWaitingOf(String instanceId) {
        List<NewItem> together = waiting.get();
        if (together != null
                && together.stream().anyMatch(item -> item.instanceId().equals(instanceId))) {
            writeWaiting();
        }
    }

    private void writeWaiting() {
        List<NewItem> together = waiting.get();
        if (together != null && !together.isEmpty()) {
            List<NewItem> items = List.copyOf(together);
            together.clear();
            write(items);
        }
    }

    private void write(List<NewItem> items) {
        scopes.runAsSystem("work item", () -> {
            List<TaskSubject> subjects = subjects(items);
            rows.insert(items, subjects, clock.instant());
            rows.offer(items);
            Set<TaskSubject> sensitive = Set.copyOf(gate.sensitive(subjects));
            for (int i = 0; i < items.size(); i++) {
                if (sensitive.contains(subjects.get(i))) {
                    askOthers(items.get(i).task(), subjects.get(i), items.get(i).groups());
                }
            }
            rows.holdFromTheStart(items.stream()
                    .filter(item -> handlers.of(item.task().taskKey()).isHeldBack())
                    .map(item -> item.task().taskId())
                    .toList());
        });
    }

    /** Each task's subject, in the tasks' order; a handler is asked once for all of its own. */
    private List<TaskSubject> subjects(List<NewItem> items) {
        Map<String, List<TaskContext>> byKey =
                items.stream().map(NewItem::task).collect(Collectors.groupingBy(TaskContext::taskKey));
        Map<String, TaskSubject> byTask = new HashMap<>();
        byKey.forEach((key, tasks) -> {
            List<TaskSubject> subjects = handlers.of(key).subjects(tasks);
            for (int i = 0; i < tasks.size(); i++) {
                byTask.put(tasks.get(i).taskId(), subjects.get(i));
            }
        });
        return items.stream()
                .map(item -> Objects.requireNonNull(byTask.get(item.task().taskId())))
                .toList();
    }

    /** A task as the engine made it, before its item is written. */
    record NewItem(
            TaskContext task, String instanceId, String definitionId, Set<String> groups, Stage stage, Instant dueAt) {}

    /** Shows the item to further groups where everybody in these is excluded from it. */
    void askOthers(TaskContext task, TaskSubject subject, Collection<String> groups) {
        TaskHandler handler = handlers.of(task.taskKey());
        offer(task.taskId(), gate.insteadOf(groups, subject, somebody -> mayClaim(handler, task, somebody)));
    }

    private static boolean mayClaim(TaskHandler handler, TaskContext task, Actor somebody) {
        try {
            handler.checkClaim(task, somebody);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    /** Shows the item to further groups; offering it to the same group again changes nothing. */
    void offer(String taskId, Collection<String> groups) {
        writeWaiting();
        rows.offer(Collections.nCopies(groups.size(), taskId), List.copyOf(groups));
    }

    void assigned(DelegateTask task) {
        writeWaiting();
        scopes.runAsSystem("work item", () -> {
            jdbc.update("update work_item set assignee = ? where task_id = ?", task.getAssignee(), task.getId());
            jdbc.update("update work_offer set taken = ? where task_id = ?", task.getAssignee() != null, task.getId());
        });
    }

    void gone(DelegateTask task) {
        writeWaiting();
        scopes.runAsSystem("work item", () -> {
            finished(task.getId(), SYSTEM);
            jdbc.update("delete from work_item where task_id = ?", task.getId());
        });
    }

    /** Remembers who finished the task; the first word stands, so a person's name is kept before the engine's. */
    void finished(String taskId, String username) {
        jdbc.update(
                """
                insert into task_done (task_id, done_by, done_at, group_keys)
                select ?, ?, ?, coalesce(array_agg(group_key), '{}') from work_offer where task_id = ?
                on conflict (task_id) do nothing
                """,
                taskId,
                username,
                Timestamp.from(clock.instant()),
                taskId);
    }
}
