package org.jiuzhu.workflow.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes {@code work_item} and its offers, in the transaction in which the engine writes the task. */
@Component
class WorkItemWriter {

    /** Nobody but the process itself: a deadline passed, the case was ended. */
    static final String SYSTEM = "system";

    private final JdbcTemplate jdbc;
    private final TaskHandlers handlers;
    private final ClaimGate gate;
    private final DataScopes scopes;
    private final Clock clock;

    WorkItemWriter(JdbcTemplate jdbc, TaskHandlers handlers, ClaimGate gate, DataScopes scopes, Clock clock) {
        this.jdbc = jdbc;
        this.handlers = handlers;
        this.gate = gate;
        this.scopes = scopes;
        this.clock = clock;
    }

    void created(DelegateTask task, Set<String> groups, Stage stage) {
        TaskContext context = Contexts.of(task);
        TaskSubject subject = handlers.of(task.getTaskDefinitionKey()).subject(context);
        Instant due = task.getDueDate() == null
                ? Instant.parse("9999-12-31T00:00:00Z")
                : task.getDueDate().toInstant();
        scopes.runAsSystem("work item", () -> {
            jdbc.update(
                    """
                    insert into work_item (task_id, task_key, process_key, process_instance_id, process_definition_id,
                        number, household_id, person_id, case_id, lead_id,
                        district_code, street_code, point_code, ngo_code, urgency, stage, created_at, due_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    task.getId(),
                    task.getTaskDefinitionKey(),
                    context.processKey(),
                    task.getProcessInstanceId(),
                    task.getProcessDefinitionId(),
                    subject.number(),
                    subject.householdId(),
                    subject.personId(),
                    subject.caseId(),
                    subject.leadId(),
                    subject.districtCode(),
                    subject.streetCode(),
                    subject.pointCode(),
                    subject.ngoCode(),
                    subject.urgency().ordinal(),
                    stage.ordinal(),
                    Timestamp.from(clock.instant()),
                    Timestamp.from(due));
            offer(task.getId(), groups);
            askOthers(context, subject, groups);
            if (handlers.of(task.getTaskDefinitionKey()).isHeldBack()) {
                holdFromTheStart(task.getId());
            }
        });
    }

    /** Work about its subject stands still already: the new item waits with the others. */
    private void holdFromTheStart(String taskId) {
        int held = jdbc.update(
                """
                update work_item w set held = (select min(h.reason) from work_hold h where
                """
                        + EngineHolds.ABOUT + ") where task_id = ? and exists (select 1 from work_hold h where "
                        + EngineHolds.ABOUT + ")",
                taskId);
        if (held > 0) {
            jdbc.update("update work_offer set group_key = ? || group_key where task_id = ?", TaskChanges.HELD, taskId);
        }
    }

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
        for (String group : groups) {
            jdbc.update(
                    """
                    insert into work_offer (group_key, task_id, due_at, urgency, stage, taken)
                    select case when held is null then '' else ? end || ?, task_id, due_at, urgency, stage,
                      assignee is not null
                    from work_item where task_id = ?
                    on conflict do nothing
                    """,
                    TaskChanges.HELD,
                    group,
                    taskId);
        }
    }

    void assigned(DelegateTask task) {
        scopes.runAsSystem("work item", () -> {
            jdbc.update("update work_item set assignee = ? where task_id = ?", task.getAssignee(), task.getId());
            jdbc.update("update work_offer set taken = ? where task_id = ?", task.getAssignee() != null, task.getId());
        });
    }

    void gone(DelegateTask task) {
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
