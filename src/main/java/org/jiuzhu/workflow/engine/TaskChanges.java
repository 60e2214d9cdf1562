package org.jiuzhu.workflow.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.jiuzhu.workflow.EscalationGroups;
import org.jiuzhu.workflow.TaskHandlers;
import org.jiuzhu.workflow.TaskSubject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Changes tasks that are open, in the engine and in the work list together. */
@Component
class TaskChanges {

    /** Before a group's name in a held item's offers: no group is called so. */
    static final String HELD = "held:";

    private final ProcessEngine engine;
    private final TaskService tasks;
    private final ManagementService management;
    private final TaskHandlers handlers;
    private final ObjectProvider<WorkItemWriter> writer;
    private final EscalationGroups escalation;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    TaskChanges(
            @Lazy ProcessEngine engine,
            @Lazy TaskService tasks,
            @Lazy ManagementService management,
            @Lazy TaskHandlers handlers,
            ObjectProvider<WorkItemWriter> writer,
            EscalationGroups escalation,
            JdbcTemplate jdbc,
            Clock clock) {
        this.engine = engine;
        this.tasks = tasks;
        this.management = management;
        this.handlers = handlers;
        this.writer = writer;
        this.escalation = escalation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    OpenTask read(String taskId) {
        return OpenTask.read(engine, taskId);
    }

    void release(String taskId) {
        tasks.setAssignee(taskId, null);
    }

    /**
     * Shows the item to these groups, to whom they leave it and to whom it was escalated, and to no others; a held one stays
     * held.
     */
    void offerOnly(OpenTask open) {
        String taskId = open.context().taskId();
        jdbc.update("delete from work_offer where task_id = ?", taskId);
        writer.getObject().offer(taskId, open.groups());
        writer.getObject()
                .askOthers(
                        open.context(), handlers.of(open.context().taskKey()).subject(open.context()), open.groups());
        called(taskId).forEach(function -> writer.getObject()
                .offer(taskId, escalation.groups(function, open.context().stringVar("orgCode"))));
        jdbc.update(
                """
                update work_item set escalated_at = ?
                where task_id = ? and escalated_at is null and held is null and called <> '{}'
                """,
                Timestamp.from(clock.instant()),
                taskId);
    }

    private List<String> called(String taskId) {
        return jdbc.queryForList("select unnest(called) from work_item where task_id = ?", String.class, taskId);
    }

    /** Shows the item to whomever its model names today, and to those who were asked before. */
    void offerAsWell(String taskId) {
        writer.getObject().offer(taskId, read(taskId).groups());
    }

    /** The one verb for dates: the item, its offers, the task and its timers move together to what the rules say now. */
    void redate(String taskId) {
        redate(read(taskId));
    }

    /** As {@link #redate}, but nothing gets more time. */
    void hasten(String taskId) {
        OpenTask open = read(taskId);
        Timestamp due = jdbc.queryForObject("select due_at from work_item where task_id = ?", Timestamp.class, taskId);
        if (open.due() != null && due != null && open.due().toInstant().isBefore(due.toInstant())) {
            redate(open);
        }
    }

    private void redate(OpenTask open) {
        String taskId = open.context().taskId();
        if (open.due() != null) {
            Timestamp due = Timestamp.from(open.due().toInstant());
            tasks.setDueDate(taskId, open.due());
            jdbc.update(
                    """
                    update work_item set due_at = ?, reminded_at = null,
                      escalated_at = case when called <> '{}' then escalated_at end where task_id = ?
                    """,
                    due,
                    taskId);
            jdbc.update("update work_offer set due_at = ? where task_id = ?", due, taskId);
        }
        timers(open).forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
    }

    /** Who and where the item says it is about, read again. */
    void describe(String taskId) {
        OpenTask open = read(taskId);
        TaskSubject about = handlers.of(open.context().taskKey()).subject(open.context());
        jdbc.update(
                """
                update work_item set household_id = ?, person_id = ?, case_id = ?, urgency = ?,
                  district_code = ?, street_code = ?, point_code = ?, ngo_code = ? where task_id = ?
                """,
                about.householdId(),
                about.personId(),
                about.caseId(),
                about.urgency().ordinal(),
                about.districtCode(),
                about.streetCode(),
                about.pointCode(),
                about.ngoCode(),
                taskId);
        jdbc.update(
                "update work_offer set urgency = ? where task_id = ?",
                about.urgency().ordinal(),
                taskId);
    }

    void stopTimers(String taskId) {
        timers(read(taskId)).forEach(timer -> management.suspendJobById(timer.getId()));
    }

    void startTimers(String taskId) {
        timers(read(taskId)).forEach(timer -> management.activateJobById(timer.getId()));
    }

    private List<Job> timers(OpenTask open) {
        return management
                .createJobQuery()
                .executionId(open.executionId())
                .timers()
                .list();
    }
}
