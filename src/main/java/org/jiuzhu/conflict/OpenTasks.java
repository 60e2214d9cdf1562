package org.jiuzhu.conflict;

import java.util.List;
import java.util.Map;
import org.jiuzhu.household.HouseholdJoined;
import org.jiuzhu.household.PersonIdentified;
import org.jiuzhu.lifecycle.HouseholdMoved;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.TaskHandover;
import org.jiuzhu.workflow.TaskSubject;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands on the open tasks that somebody may not have: when a relative is declared, registered or joins a household, and
 * from time to time, whatever else has changed (a rule, a merge, a corrected number).
 */
@Component
class OpenTasks {

    private final Conflicts conflicts;
    private final TaskHandover handover;
    private final Timeline timeline;
    private final DataScopes scopes;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    OpenTasks(
            Conflicts conflicts,
            TaskHandover handover,
            Timeline timeline,
            DataScopes scopes,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.conflicts = conflicts;
        this.handover = handover;
        this.timeline = timeline;
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Everything about this consultant's relatives, in the running transaction. */
    @Transactional
    public void handOn(String username) {
        scopes.runAsSystem("relatives", () -> {
            for (String taskId : conflicts.closedTo(username).tasks()) {
                TaskSubject given = handover.reconsider(taskId);
                if (given != null) {
                    timeline.add("task.handedOn", given, null, Actor.machine(Actor.SYSTEM), Map.of());
                }
            }
        });
    }

    @EventListener
    void on(PersonIdentified known) {
        handOnAbout(
                "select f.username from person p join relative_filing f on f.id_hash = p.id_hash where p.id = ?"
                        + " and f.ended_on is null",
                known.personId());
    }

    @EventListener
    void on(HouseholdJoined joined) {
        handOnAbout(
                """
                select f.username from person p join relative_filing f on f.id_hash = p.id_hash or f.person_id = p.id
                where p.id = ? and f.ended_on is null
                """,
                joined.personId());
    }

    @EventListener
    void on(HouseholdMoved moved) {
        handOnAbout(
                """
                select f.username from household_member m join person p on p.id = m.person_id
                  join relative_filing f on f.id_hash = p.id_hash or f.person_id = p.id
                where m.household_id = ? and m.to_on is null and f.ended_on is null
                """,
                moved.householdId());
    }

    private void handOnAbout(String usernames, long id) {
        List<String> concerned = scopes.asSystem("relatives", () -> jdbc.queryForList(usernames, String.class, id));
        concerned.stream().distinct().forEach(this::handOn);
    }

    /** One consultant after another, each in a transaction of its own. */
    @Scheduled(
            fixedDelayString = "${jiuzhu.conflict.sweep-interval:PT10M}",
            initialDelayString = "${jiuzhu.conflict.sweep-interval:PT10M}")
    void sweep() {
        List<String> consultants = scopes.asSystem(
                "relatives",
                () -> transaction.execute(status -> jdbc.queryForList(
                        "select distinct username from relative_filing where ended_on is null", String.class)));
        for (String username : consultants) {
            scopes.runAsSystem("relatives", () -> transaction.executeWithoutResult(status -> handOn(username)));
        }
    }
}
