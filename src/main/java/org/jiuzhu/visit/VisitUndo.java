package org.jiuzhu.visit;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiuzhu.servicerecord.ServiceRecord;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Refusal.Kind;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.database.DataScopes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back a visit that was told by a slip, while it is fresh. A record is never deleted: a version that withdraws it
 * supersedes it, its contacts count no more, and what they met is owed again. What others were told by it is not undone.
 */
@Component
@Transactional
public class VisitUndo {

    /** The page offers it for ten seconds; the rest is for slow networks [A]. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final ServiceRecords records;
    private final JdbcTemplate jdbc;
    private final DataScopes scopes;
    private final Words words;
    private final Clock clock;

    VisitUndo(ServiceRecords records, JdbcTemplate jdbc, DataScopes scopes, Words words, Clock clock) {
        this.records = records;
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.words = words;
        this.clock = clock;
    }

    /** Whether a telling can be taken back now. */
    @Transactional(readOnly = true)
    public boolean isOffered(UUID requestId, Actor by) {
        return records.ofRequest(requestId, by)
                .map(records::get)
                .filter(record -> hindrance(record).isEmpty())
                .isPresent();
    }

    /**
     * Takes a telling back; once taken back it stays so.
     *
     * @throws Refusal NOT_FOUND for one of somebody else, CONFLICT for one that is too old, was corrected meanwhile, or of
     *     which others were told
     */
    public void undo(UUID requestId, Actor by) {
        jdbc.queryForList(
                "select 1 from visit_report where reported_by = ? and request_id = ? for update",
                Integer.class,
                by.username(),
                requestId);
        ServiceRecord told = records.ofRequest(requestId, by)
                .map(records::get)
                .orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "visit.undo.notFound"));
        if (records.current(told.number()).withdrawn()) {
            return;
        }
        hindrance(told).ifPresent(why -> {
            throw new Refusal(Kind.CONFLICT, why);
        });
        UUID undoing = UUID.nameUUIDFromBytes(("undo " + requestId).getBytes(StandardCharsets.UTF_8));
        records.withdraw(told.id(), undoing, words.say("visit.undo.reason"), by);
    }

    /** Why it cannot be taken back, as a message's key. */
    private Optional<String> hindrance(ServiceRecord told) {
        if (clock.instant().isAfter(told.writtenAt().plus(GRACE))) {
            return Optional.of("visit.undo.late");
        }
        if (!told.isCurrent()) {
            return Optional.of("visit.undo.corrected");
        }
        boolean toldOn = scopes.asSystem(
                "visit undo",
                () -> isToldOn(told.number())
                        || calledTheLead(told.number())
                        || endedTheSearch(told.number(), told.writtenAt()));
        return toldOn ? Optional.of("visit.undo.toldOn") : Optional.empty();
    }

    /** A change is reported, a refusal may start the station's contact. */
    private boolean isToldOn(String number) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                select exists (select 1 from visit_contact where record_number = ? and withdrawn_at is null
                  and (outcome = 'REFUSED' or finding in ('CHANGED', 'EMERGENCY')))
                """,
                Boolean.class,
                number));
    }

    /** It was the try after which the point lead is called. */
    private boolean calledTheLead(String number) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                select exists (
                  select 1 from visit_contact c join visit_window w on w.person_id = c.person_id
                  cross join lateral (
                    select count(distinct t.on_day) as days,
                      count(distinct t.on_day) filter (where t.record_number <> c.record_number) as days_without
                    from visit_contact t
                    where t.person_id = w.person_id and t.on_day >= w.start_on and t.on_day < w.end_on
                      and t.outcome = 'NOT_HOME' and t.withdrawn_at is null) tries
                  where c.record_number = ? and c.outcome = 'NOT_HOME' and c.withdrawn_at is null
                    and w.settled_at is null and c.on_day >= w.start_on and c.on_day < w.end_on
                    and tries.days >= w.attempt_days and tries.days_without < w.attempt_days)
                """,
                Boolean.class,
                number));
    }

    /** It was the last of the tries after which nobody goes any more. */
    private boolean endedTheSearch(String number, Instant since) {
        List<Boolean> given = jdbc.queryForList(
                """
                select true from visit_window w join visit_contact c on c.person_id = w.person_id
                where c.record_number = ? and c.outcome = 'NOT_HOME' and c.withdrawn_at is null
                  and w.settled_as = 'EXPLAINED' and w.settled_at >= ? limit 1
                """,
                Boolean.class,
                number,
                Timestamp.from(since));
        return !given.isEmpty();
    }
}
