package org.jiuzhu.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.crypto.Cipher;
import org.jiuzhu.timeline.Timeline;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A closed case begins anew: the same number, a new process, and how it had ended is kept. */
@Component
@Transactional
public class CaseReopening {

    private final CaseDesk desk;
    private final CaseRepository cases;
    private final CaseOpening opening;
    private final Timeline timeline;
    private final Cipher cipher;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    CaseReopening(
            CaseDesk desk,
            CaseRepository cases,
            CaseOpening opening,
            Timeline timeline,
            Cipher cipher,
            JdbcTemplate jdbc,
            Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.opening = opening;
        this.timeline = timeline;
        this.cipher = cipher;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refusal FORBIDDEN to all but a station lead, CONFLICT if it is open or the household has another one */
    public void reopen(long caseId, String reason, Actor by) {
        if (!by.has("stationLead")) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "casefile.stationLeadOnly");
        }
        AssistanceCase closed = desk.get(caseId);
        if (closed.isOpen()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "casefile.isOpen", closed.number());
        }
        reopenFor(closed, reason, by);
    }

    void reopenFor(AssistanceCase closed, String reason, Actor by) {
        jdbc.query("select id from household where id = ? for update", row -> {}, closed.householdId());
        cases.findByHouseholdIdAndClosedAtIsNull(closed.householdId()).ifPresent(other -> {
            throw new Refusal(Refusal.Kind.CONFLICT, "casefile.otherIsOpen", other.number());
        });
        Instant endedAt = Objects.requireNonNull(closed.closedAt());
        jdbc.update(
                """
                insert into case_reopening (case_id, closed_at, outcome, summary, reason, by_user, at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                closed.id(),
                Timestamp.from(endedAt),
                String.valueOf(closed.outcome()),
                closed.summary() == null ? null : cipher.encrypt(closed.summary()),
                cipher.encrypt(reason),
                by.username(),
                Timestamp.from(clock.instant()));
        closed.reopened();
        cases.saveAndFlush(closed);
        timeline.add("case.reopened", closed.subject(), null, by, Map.of("note", reason));
        opening.start(closed);
    }
}
