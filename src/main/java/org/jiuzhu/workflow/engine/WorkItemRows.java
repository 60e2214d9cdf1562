package org.jiuzhu.workflow.engine;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskSubject;
import org.jiuzhu.workflow.engine.WorkItemWriter.NewItem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of new work items, as many as come at once in one statement of each kind. */
@Component
class WorkItemRows {

    private final JdbcTemplate jdbc;

    WorkItemRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param subjects in the items' order */
    void insert(List<NewItem> items, List<TaskSubject> subjects, Instant now) {
        List<Object[]> rows = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            rows.add(row(items.get(i), subjects.get(i), Timestamp.from(now)));
        }
        jdbc.batchUpdate(
                """
                insert into work_item (task_id, task_key, process_key, process_instance_id, process_definition_id,
                    number, household_id, person_id, case_id, lead_id,
                    district_code, street_code, point_code, ngo_code, urgency, stage, created_at, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    private static Object[] row(NewItem item, TaskSubject subject, Timestamp now) {
        TaskContext task = item.task();
        return new Object[] {
            task.taskId(),
            task.taskKey(),
            task.processKey(),
            item.instanceId(),
            item.definitionId(),
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
            item.stage().ordinal(),
            now,
            Timestamp.from(item.dueAt())
        };
    }

    void offer(List<NewItem> items) {
        List<String> tasks = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (NewItem item : items) {
            for (String group : item.groups()) {
                tasks.add(item.task().taskId());
                groups.add(group);
            }
        }
        offer(tasks, groups);
    }

    /**
     * Shows items to groups; offering one to the same group again changes nothing.
     *
     * @param groups one for each of the tasks
     */
    void offer(List<String> tasks, List<String> groups) {
        if (tasks.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into work_offer (group_key, task_id, due_at, urgency, stage, taken)
                select case when w.held is null then '' else ? end || o.group_key, w.task_id, w.due_at, w.urgency, w.stage,
                  w.assignee is not null
                from unnest(?::text[], ?::text[]) as o (task_id, group_key) join work_item w on w.task_id = o.task_id
                on conflict do nothing
                """,
                TaskChanges.HELD,
                tasks.toArray(String[]::new),
                groups.toArray(String[]::new));
    }

    /** Work about their subject stands still already: the new items wait with the others. */
    void holdFromTheStart(List<String> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        List<String> held = jdbc.queryForList(
                """
                update work_item w set held = (select min(h.reason) from work_hold h where
                """
                        + EngineHolds.ABOUT + ") where task_id = any (?) and exists (select 1 from work_hold h where "
                        + EngineHolds.ABOUT + ") returning task_id",
                String.class,
                (Object) tasks.toArray(String[]::new));
        if (!held.isEmpty()) {
            jdbc.update(
                    "update work_offer set group_key = ? || group_key where task_id = any (?)",
                    TaskChanges.HELD,
                    held.toArray(String[]::new));
        }
    }
}
