package org.jiuzhu.workflow.engine;

import java.sql.Timestamp;
import java.time.Clock;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What somebody wrote into a form and has not handed in; encrypted, and only the writer's. */
@Component
class TaskDrafts {

    private final JdbcTemplate jdbc;
    private final Cipher cipher;
    private final Clock clock;

    TaskDrafts(JdbcTemplate jdbc, Cipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    void save(String taskId, String answersJson, Actor actor) {
        jdbc.update(
                """
                insert into task_draft (task_id, username, answers, saved_at) values (?, ?, ?, ?)
                on conflict (task_id, username) do update set answers = excluded.answers, saved_at = excluded.saved_at
                """,
                taskId,
                actor.username(),
                cipher.encrypt(answersJson),
                Timestamp.from(clock.instant()));
    }

    @Nullable
    String find(String taskId, Actor actor) {
        return jdbc
                .query(
                        "select answers from task_draft where task_id = ? and username = ?",
                        (row, n) -> cipher.decrypt(row.getBytes(1)),
                        taskId,
                        actor.username())
                .stream()
                .findFirst()
                .orElse(null);
    }

    void delete(String taskId, Actor actor) {
        jdbc.update("delete from task_draft where task_id = ? and username = ?", taskId, actor.username());
    }
}
