package org.jiuzhu.workflow.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.workflow.OpenWork;
import org.jiuzhu.workflow.WorkItem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads single work items as one actor sees them. */
@Component
class WorkItems implements OpenWork {

    private static final String FOR_ACTOR =
            """
            select w.* from work_item w
            where w.task_id = ?
              and (w.assignee = ? or exists (
                select 1 from work_offer o where o.task_id = w.task_id and o.group_key = any (?)))
            """;

    private static final String ASTRAY =
            """
            select coalesce(t.id_, w.task_id) from act_ru_task t full join work_item w on w.task_id = t.id_
            where t.id_ is null or w.task_id is null or t.assignee_ is distinct from w.assignee
              or not exists (select 1 from work_offer o where o.task_id = w.task_id)
              or exists (select 1 from work_offer o where o.task_id = w.task_id
                and (o.taken <> (w.assignee is not null) or o.due_at <> w.due_at or o.urgency <> w.urgency))
            """;

    private final JdbcTemplate jdbc;

    WorkItems(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<WorkItem> find(String taskId, Actor actor) {
        return one(FOR_ACTOR, taskId, actor);
    }

    /** Locks the row until the transaction ends: of two who complete at once, one waits and then finds it gone. */
    Optional<WorkItem> lock(String taskId, Actor actor) {
        return one(FOR_ACTOR + " for update of w", taskId, actor);
    }

    /** Locks an open item for the product itself. */
    Optional<WorkItem> lock(String taskId) {
        return jdbc.query("select * from work_item where task_id = ? for update", WorkItem::read, taskId).stream()
                .findFirst();
    }

    /** Whom an item is offered to. */
    Set<String> groupsOf(String taskId) {
        return new LinkedHashSet<>(jdbc.queryForList(
                "select group_key from work_offer where task_id = ? order by group_key", String.class, taskId));
    }

    @Override
    public List<String> astray() {
        return jdbc.queryForList(ASTRAY, String.class);
    }

    private Optional<WorkItem> one(String sql, String taskId, Actor actor) {
        List<WorkItem> found = jdbc.query(
                sql, WorkItem::read, taskId, actor.username(), actor.groups().toArray(String[]::new));
        return found.stream().findFirst();
    }

    @Override
    public List<WorkItem> ofCase(long caseId) {
        return jdbc.query(
                "select * from work_item where case_id = ? order by due_at, urgency, task_id", WorkItem::read, caseId);
    }

    @Override
    public List<WorkItem> forActor(String taskKey, Actor actor, int most) {
        return jdbc.query(
                """
                select w.* from work_item w join (
                  select task_id from work_item where assignee = ?
                  union select task_id from work_offer where group_key = any (?) and not taken) own using (task_id)
                where w.task_key = ? order by w.due_at, w.urgency, w.task_id limit ?
                """,
                WorkItem::read,
                actor.username(),
                actor.groups().toArray(String[]::new),
                taskKey,
                most);
    }

    /** Who finished a task that one of the actor's groups, or the actor, could have done. */
    Optional<String> finishedBy(String taskId, Actor actor) {
        return jdbc
                .queryForList(
                        """
                        select coalesce(c.display_name, d.done_by) from task_done d left join consultant c on c.username = d.done_by
                        where d.task_id = ? and d.group_keys && ?::text[]
                        """,
                        String.class,
                        taskId,
                        actor.groups().toArray(String[]::new))
                .stream()
                .findFirst();
    }

    /** Whether the task stands still and would otherwise be the actor's to do. */
    boolean isHeldFor(String taskId, Actor actor) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from work_offer where task_id = ? and group_key = any (?))",
                Boolean.class,
                taskId,
                actor.groups().stream().map(group -> TaskChanges.HELD + group).toArray(String[]::new)));
    }

    String displayName(String username) {
        return jdbc
                .queryForList("select display_name from consultant where username = ?", String.class, username)
                .stream()
                .findFirst()
                .orElse(username);
    }

    @Nullable
    String businessKeyOf(String processInstanceId) {
        return jdbc.queryForObject(
                "select business_key_ from act_ru_execution where id_ = ?", String.class, processInstanceId);
    }

    String executionOf(String taskId) {
        return jdbc.queryForObject("select execution_id_ from act_ru_task where id_ = ?", String.class, taskId);
    }
}
