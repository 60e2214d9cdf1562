package org.jiuzhu.workflow.engine;

import java.util.List;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.Holds;
import org.jiuzhu.workflow.TaskHandlers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineHolds implements Holds {

    /** Whether a hold is about an item: its person in this case or in none, or the whole case but for its points. */
    static final String ABOUT =
            """
            h.case_id is not distinct from w.case_id and (h.person_id = w.person_id or h.person_id is null and w.ngo_code is null)
            """;

    private final TaskChanges open;
    private final TaskHandlers handlers;
    private final DataScopes scopes;
    private final JdbcTemplate jdbc;

    EngineHolds(TaskChanges open, @Lazy TaskHandlers handlers, DataScopes scopes, JdbcTemplate jdbc) {
        this.open = open;
        this.handlers = handlers;
        this.scopes = scopes;
        this.jdbc = jdbc;
    }

    @Override
    public void holdPerson(String reason, long personId, @Nullable Long caseId) {
        hold(reason, personId, caseId);
    }

    @Override
    public void holdCase(String reason, long caseId) {
        hold(reason, null, caseId);
    }

    @Override
    public void liftPerson(String reason, long personId, @Nullable Long caseId) {
        lift(reason, personId, caseId);
    }

    @Override
    public void liftCase(String reason, long caseId) {
        lift(reason, null, caseId);
    }

    @Override
    public void liftAll(long caseId) {
        scopes.runAsSystem("lift hold", () -> {
            jdbc.update("delete from work_hold where case_id = ?", caseId);
            goOnWhereNothingHolds();
        });
    }

    private void hold(String reason, @Nullable Long personId, @Nullable Long caseId) {
        scopes.runAsSystem("hold work", () -> {
            jdbc.update(
                    "insert into work_hold (reason, person_id, case_id) values (?, ?, ?) on conflict do nothing",
                    reason,
                    personId,
                    caseId);
            standing("w.held is null and exists (select 1 from work_hold h where " + ABOUT + ")").stream()
                    .filter(item -> handlers.of(item.taskKey()).isHeldBack())
                    .forEach(item -> {
                        open.release(item.taskId());
                        open.stopTimers(item.taskId());
                        jdbc.update("update work_item set held = ? where task_id = ?", reason, item.taskId());
                        jdbc.update(
                                "update work_offer set group_key = ? || group_key where task_id = ?",
                                TaskChanges.HELD,
                                item.taskId());
                    });
        });
    }

    private void lift(String reason, @Nullable Long personId, @Nullable Long caseId) {
        scopes.runAsSystem("lift hold", () -> {
            jdbc.update(
                    """
                    delete from work_hold
                    where reason = ? and person_id is not distinct from ? and case_id is not distinct from ?
                    """,
                    reason,
                    personId,
                    caseId);
            goOnWhereNothingHolds();
        });
    }

    private void goOnWhereNothingHolds() {
        standing("w.held is not null and not exists (select 1 from work_hold h where " + ABOUT + ")")
                .forEach(item -> goOn(item.taskId()));
    }

    private void goOn(String taskId) {
        jdbc.update("update work_item set held = null where task_id = ?", taskId);
        open.offerOnly(open.read(taskId));
        open.startTimers(taskId);
        open.redate(taskId);
        open.describe(taskId);
    }

    private record Item(String taskId, String taskKey) {}

    private List<Item> standing(String where) {
        return jdbc.query(
                "select w.task_id, w.task_key from work_item w where " + where + " order by w.task_id",
                (row, n) -> new Item(row.getString("task_id"), row.getString("task_key")));
    }
}
