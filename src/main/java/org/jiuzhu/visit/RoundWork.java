package org.jiuzhu.visit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.visit.VisitRounds.Kind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a round does: every call is one chunk in the caller's transaction, and several may be under way at once, on any
 * node. What is due is read from the tables by every chunk anew, so that a round killed half-way goes on where it
 * stopped and does nothing twice.
 */
@Component
@Transactional
public class RoundWork {

    private static final String DUE =
            """
            select greatest(
              (select count(*) from (select 1 from visit_plan where review_on <= ? limit ?) reviews),
              (select count(*) from (select 1 from visit_owed where from_on <= ? limit ?) periods),
              (select count(*) from (select 1 from visit_window where task_on <= ? and started_at is null
                and settled_at is null and closed_on is null limit ?) visits))::int
            """;

    private final PlanReviews reviews;
    private final WindowOpening opening;
    private final RoundAttempts attempts;
    private final RoundDigests digests;
    private final RoundLog log;
    private final RoundSettings settings;
    private final DataScopes scopes;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    RoundWork(
            PlanReviews reviews,
            WindowOpening opening,
            RoundAttempts attempts,
            RoundDigests digests,
            RoundLog log,
            RoundSettings settings,
            DataScopes scopes,
            JdbcTemplate jdbc,
            Clock clock) {
        this.reviews = reviews;
        this.opening = opening;
        this.attempts = attempts;
        this.digests = digests;
        this.log = log;
        this.settings = settings;
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The day's round, which waits for nobody. */
    public Round daily() {
        Timestamp now = now();
        List<Round> made = jdbc.query(
                """
                insert into visit_round (kind, requested_at, requested_by, started_at) values (?, ?, ?, ?)
                returning id, number
                """,
                Round::of,
                Kind.DAILY.name(),
                now,
                Actor.SYSTEM,
                now);
        retry();
        return made.get(0);
    }

    /** From here on whoever changes a plan asks for another round. */
    public void begin(long roundId) {
        jdbc.update("update visit_round set started_at = ? where id = ? and started_at is null", now(), roundId);
        retry();
    }

    /** What an earlier round could not start is tried again. */
    private void retry() {
        scopes.runAsSystem(
                "visit round",
                () -> jdbc.update("update visit_window set start_failed_at = null where start_failed_at is not null"));
    }

    /** How many chunks may be under way at once: for a changed plan, and for a quiet night, one is enough. */
    public int lanes(long roundId) {
        return kind(roundId) == Kind.CHANGE
                ? 1
                : Math.max(1, Math.min(settings.lanes(), (due() + settings.chunk() - 1) / settings.chunk()));
    }

    /** The most that any of a round's steps has to do, counted as far as all lanes can take at once. */
    private int due() {
        int most = settings.lanes() * settings.chunk();
        return scopes.asSystem(
                "visit round",
                () -> Objects.requireNonNull(
                        jdbc.queryForObject(DUE, Integer.class, today(), most, today(), most, today(), most)));
    }

    /**
     * Weighs again whom time alone may have moved to another tier. What fails for good stops nobody's visits: the rest is
     * left to the next round, and the round says so.
     *
     * @return whether more may be due
     */
    public boolean reviewTiers(long roundId) {
        if (isReviewStopped(roundId)) {
            return false;
        }
        return attempts.attempt(
                () -> chunk(roundId, RoundStep.REVIEW, () -> reviews.reviewChunk(today(), settings.chunk())) > 0,
                () -> jdbc.update("update visit_round set review_failed_at = ? where id = ?", now(), roundId));
    }

    private boolean isReviewStopped(long roundId) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select review_failed_at is not null from visit_round where id = ?", Boolean.class, roundId));
    }

    /** @return whether more may be due: whoever was owed a period may be owed the one after it as well */
    public boolean openWindows(long roundId) {
        return chunk(roundId, RoundStep.OPEN, () -> opening.openChunk(today(), settings.chunk())) > 0;
    }

    /**
     * Whatever starts the next visits.
     *
     * @param work takes how many to start at most, answers how many it did
     * @return whether more may be due
     */
    public boolean startVisits(long roundId, IntUnaryOperator work) {
        return chunk(roundId, RoundStep.START, () -> work.applyAsInt(settings.chunk())) == settings.chunk();
    }

    /** Consultants are reminded once a day, and again where somebody asks for it; not for every plan that changes. */
    public boolean wantsDigests(long roundId) {
        return kind(roundId) != Kind.CHANGE;
    }

    /** One street's digests. @return whether streets are left */
    public boolean sendDigests(long roundId) {
        String after = Objects.requireNonNull(
                jdbc.queryForObject("select digest_after from visit_round where id = ?", String.class, roundId));
        return digests.streetAfter(after)
                .map(street -> {
                    chunk(roundId, RoundStep.DIGEST, () -> digests.send(street, today()));
                    jdbc.update("update visit_round set digest_after = ? where id = ?", street, roundId);
                    return true;
                })
                .orElse(false);
    }

    public void finish(long roundId) {
        log.finish(roundId, clock.instant());
    }

    private int chunk(long roundId, RoundStep step, IntSupplier work) {
        long begun = System.nanoTime();
        int done = scopes.asSystem(
                "visit round",
                () -> Batch.call(() -> {
                    VisitRounds.atWork();
                    return work.getAsInt();
                }));
        log.note(roundId, step, done, System.nanoTime() - begun, clock.instant());
        return done;
    }

    private Kind kind(long roundId) {
        return Kind.valueOf(Objects.requireNonNull(
                jdbc.queryForObject("select kind from visit_round where id = ?", String.class, roundId)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
