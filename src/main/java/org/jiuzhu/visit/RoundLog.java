package org.jiuzhu.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.visit.VisitRounds.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How far rounds are: a row per chunk, which no two chunks fight for. Numbers only, so that no scope applies. */
@Component
public class RoundLog {

    private static final Logger log = LoggerFactory.getLogger(RoundLog.class);
    private static final int NANOS_A_MILLI = 1_000_000;
    private static final int MOST_COUNTED = 100_000;

    private static final String ROUNDS =
            """
            select r.*, c.* from visit_round r
            cross join lateral (
              select coalesce(sum(done) filter (where step = 'REVIEW'), 0)::int so_far_reviewed,
                coalesce(sum(done) filter (where step = 'OPEN'), 0)::int so_far_opened,
                coalesce(sum(done) filter (where step = 'START'), 0)::int so_far_started,
                coalesce(sum(done) filter (where step = 'DIGEST'), 0)::int so_far_digests,
                count(distinct node)::int nodes
              from visit_round_chunk where round_id = r.id) c
            where r.id < ? order by r.id desc limit ?
            """;

    private static final String TO_START =
            """
            select count(*) from (select 1 from visit_window
              where task_on <= ? and started_at is null and settled_at is null and closed_on is null limit ?) due
            """;

    private final String node = UUID.randomUUID().toString();
    private final JdbcTemplate jdbc;
    private final DataScopes scopes;

    RoundLog(JdbcTemplate jdbc, DataScopes scopes) {
        this.jdbc = jdbc;
        this.scopes = scopes;
    }

    /**
     * A round as it stands.
     *
     * @param startedAt null while it waits
     * @param finishedAt null while it runs
     * @param reviewFailedAt when weighing tiers failed and was left to the next round
     * @param nodes how many nodes took part so far
     */
    public record Row(
            long id,
            String number,
            Kind kind,
            Instant requestedAt,
            String requestedBy,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant reviewFailedAt,
            int reviewed,
            int opened,
            int started,
            int digests,
            int nodes) {}

    /** A visit that could not be started. */
    public record SetAside(String number, Instant failedAt) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Row> before(long id, int most) {
        return jdbc.query(ROUNDS, RoundLog::row, id, most);
    }

    /** How many visits are due and not started, counted up to {@value #MOST_COUNTED}. */
    @Transactional(readOnly = true)
    public int toStart(LocalDate today) {
        return scopes.asSystem(
                "visit round",
                () -> Objects.requireNonNull(jdbc.queryForObject(TO_START, Integer.class, today, MOST_COUNTED)));
    }

    /** What the last round had to leave, the latest first. */
    @Transactional(readOnly = true)
    public List<SetAside> setAside(int most) {
        return scopes.asSystem(
                "visit round",
                () -> jdbc.query(
                        """
                        select number, start_failed_at from visit_window where start_failed_at is not null
                        order by start_failed_at desc limit ?
                        """,
                        (row, n) -> new SetAside(
                                row.getString("number"),
                                row.getTimestamp("start_failed_at").toInstant()),
                        most));
    }

    void note(long roundId, RoundStep step, int done, long nanos, Instant at) {
        log.debug("Round {} {}: {}", roundId, step, done);
        if (done > 0) {
            jdbc.update(
                    "insert into visit_round_chunk (round_id, step, done, node, took_ms, done_at) values (?, ?, ?, ?, ?, ?)",
                    roundId,
                    step.name(),
                    done,
                    node,
                    nanos / NANOS_A_MILLI,
                    Timestamp.from(at));
        }
    }

    void finish(long roundId, Instant at) {
        Row row = before(roundId + 1, 1).get(0);
        jdbc.update(
                """
                update visit_round set finished_at = ?, reviewed = ?, opened = ?, started = ?, digests = ? where id = ?
                """,
                Timestamp.from(at),
                row.reviewed(),
                row.opened(),
                row.started(),
                row.digests(),
                roundId);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                say(row);
            }
        });
    }

    private static void say(Row row) {
        log.info(
                "Round {} finished: {} people reviewed, {} windows opened, {} visits started, {} digests",
                row.number(),
                row.reviewed(),
                row.opened(),
                row.started(),
                row.digests());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("number"),
                Kind.valueOf(row.getString("kind")),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("requested_by"),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")),
                instant(row.getTimestamp("review_failed_at")),
                row.getInt("so_far_reviewed"),
                row.getInt("so_far_opened"),
                row.getInt("so_far_started"),
                row.getInt("so_far_digests"),
                row.getInt("nodes"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
