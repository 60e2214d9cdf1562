package org.jiuzhu.audit;

import java.sql.Timestamp;
import java.time.Clock;
import org.jiuzhu.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes in a transaction of its own: a denial stays recorded when the refused work rolls back. */
@Component
public class AuditLog {

    private static final int DETAIL = 200;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    AuditLog(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param subjectType the word for the thing: {@code case}, {@code task}, {@code page}
     * @param subjectId its id or code; never a name, an identity number or a phone
     * @param detail a constant or a key, at most 200 characters; never personal data
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void record(
            AuditKind kind, @Nullable Actor actor, String subjectType, String subjectId, @Nullable String detail) {
        jdbc.update(
                """
                insert into audit_event (at, kind, actor, subject_type, subject_id, detail)
                values (?, ?, ?, ?, ?, ?)
                """,
                Timestamp.from(clock.instant()),
                kind.name(),
                actor == null ? null : actor.username(),
                subjectType,
                shortened(subjectId),
                detail == null ? null : shortened(detail));
    }

    private static String shortened(String text) {
        return text.length() <= DETAIL ? text : text.substring(0, DETAIL);
    }
}
