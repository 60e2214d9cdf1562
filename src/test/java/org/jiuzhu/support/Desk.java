package org.jiuzhu.support;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.workflow.TaskDesk;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Does tasks as people do: through {@link TaskDesk}, in their own scope. */
public class Desk {

    private final TaskDesk desk;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Desk(TaskDesk desk, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** @param function the task's name without prefix, {@code verifyLead}; exactly one must be open */
    public void complete(String function, Actor actor, Map<String, ?> answers) {
        completeTask(task(function), actor, answers);
    }

    public void completeTask(String taskId, Actor actor, Map<String, ?> answers) {
        scope(actor).run(() -> desk.complete(taskId, answers, actor));
    }

    /** As somebody does who sees less than their place's people do. */
    public void completeIn(DataScope scope, String function, Actor actor, Map<String, ?> answers) {
        String taskId = task(function);
        scope.run(() -> desk.complete(taskId, answers, actor));
    }

    public void claim(String taskId, Actor actor) {
        scope(actor).run(() -> desk.claim(taskId, actor));
    }

    public void release(String taskId, Actor actor) {
        scope(actor).run(() -> desk.release(taskId, actor));
    }

    /** The one open task of that function. */
    public String task(String function) {
        List<String> open = tasks(function);
        if (open.size() != 1) {
            throw new AssertionError(
                    "Expected one open " + function + ", found " + open.size() + "; open: " + openKeys());
        }
        return open.get(0);
    }

    public List<String> tasks(String function) {
        return system(() -> jdbc.queryForList(
                "select task_id from work_item where task_key = ? order by created_at, task_id",
                String.class,
                "userTask_" + function));
    }

    /** Until when the one open task of that function is to be done. */
    public Instant dueOf(String function) {
        return system(() -> jdbc.queryForObject(
                        "select due_at from work_item where task_id = ?", Timestamp.class, task(function))
                .toInstant());
    }

    /** To whom the tasks of that function are offered. */
    public List<String> groupsOf(String function) {
        return system(() -> jdbc.queryForList(
                "select o.group_key from work_offer o join work_item w using (task_id) where w.task_key = ? order by 1",
                String.class,
                "userTask_" + function));
    }

    public List<String> openKeys() {
        return system(() -> jdbc.queryForList("select task_key from work_item order by task_key", String.class));
    }

    /** Reads anything as the product itself. */
    public <T> T system(java.util.function.Supplier<T> read) {
        return DataScope.system("test").call(() -> transaction.execute(status -> read.get()));
    }

    /**
     * How many rows the actor sees of each table under row-level security; tables without any are left out, and so are
     * the offers, which name groups and tasks and nobody.
     */
    public Map<String, Long> rowsSeenBy(Actor actor) {
        return rowsSeenIn(scope(actor));
    }

    public Map<String, Long> rowsSeenIn(DataScope scope) {
        return scope.call(() -> transaction.execute(status -> {
            Map<String, Long> seen = new TreeMap<>();
            for (String table : jdbc.queryForList(
                    "select relname from pg_class where relkind = 'r' and relrowsecurity and relname <> 'work_offer'",
                    String.class)) {
                Long rows = jdbc.queryForObject("select count(*) from " + table, Long.class);
                if (rows != null && rows > 0) {
                    seen.put(table, rows);
                }
            }
            return seen;
        }));
    }

    private static DataScope scope(Actor actor) {
        String org = String.valueOf(actor.orgCode());
        return switch (org.length()) {
            case 6 -> new DataScope(DataScope.Level.DISTRICT, org);
            case 9 -> new DataScope(DataScope.Level.STREET, org);
            case 12 -> new DataScope(DataScope.Level.POINT, org);
            default -> new DataScope(DataScope.Level.NGO, org);
        };
    }
}
