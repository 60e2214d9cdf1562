package org.jiuzhu.visit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jiuzhu.visit.VisitWindows.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why a window ended without a visit, told by whoever answers for it; a miss stays a miss whatever is said. */
@Component
@Transactional
public class MissedVisits {

    public enum Reason {
        TOO_FEW_STAFF,
        CONSULTANT_ABSENT,
        OVERLOOKED,
        NOT_REACHED,
        /** In hospital, or away for a time. */
        AWAY,
        RECORD_MISSING,
        OTHER
    }

    /**
     * @param note in one's own words, kept encrypted
     * @param makeUpBy the day by which somebody goes there all the same; null where nobody does for this window
     */
    public record Explanation(Reason reason, String note, @Nullable LocalDate makeUpBy) {}

    private final JdbcTemplate jdbc;
    private final VisitWindows windows;
    private final EncryptedText encryption;
    private final Clock clock;

    MissedVisits(JdbcTemplate jdbc, VisitWindows windows, EncryptedText encryption, Clock clock) {
        this.jdbc = jdbc;
        this.windows = windows;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** Where nobody makes up for it, the window is done with. */
    public void explain(long windowId, Explanation explanation, Actor by) {
        Stored window = windows.get(windowId);
        jdbc.update(
                """
                insert into visit_explanation (window_id, person_id, reason, note, make_up_by, explained_at, explained_by,
                    district_code, street_code, point_code)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                windowId,
                window.personId(),
                explanation.reason().name(),
                encryption.convertToDatabaseColumn(explanation.note()),
                explanation.makeUpBy(),
                Timestamp.from(clock.instant()),
                by.username(),
                window.place().districtCode(),
                window.place().streetCode(),
                window.place().pointCode());
        if (explanation.makeUpBy() == null) {
            windows.giveUp(windowId);
        }
    }

    @Transactional(readOnly = true)
    public boolean isExplained(long windowId) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from visit_explanation where window_id = ?)", Boolean.class, windowId));
    }
}
