package org.jiuzhu.visit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.rules.Deadlines;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.visit.VisitWindows.Terms;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The visits whose task is due: the oldest first, of one day the most urgent tier. A window that is met already, or
 * settled otherwise, gets none.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OwedVisits {

    private static final String NEXT =
            """
            select id, number, person_id, coalesce(point_code, street_code) org, tier, per, start_on, end_on
            from visit_window
            where task_on <= ? and started_at is null and settled_at is null and closed_on is null
              and start_failed_at is null and done < required
            order by task_on, jiuzhu_tier_rank(tier), id limit ? for update skip locked
            """;

    private final Deadlines deadlines;
    private final RoundAttempts attempts;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    OwedVisits(Deadlines deadlines, RoundAttempts attempts, JdbcTemplate jdbc, Clock clock) {
        this.deadlines = deadlines;
        this.attempts = attempts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A visit to start.
     *
     * @param number the window's, the business key of its process
     * @param endsAt when the window ends; never shifted
     * @param remindAt when whoever should go is reminded
     */
    public record Owed(
            long windowId,
            String number,
            long personId,
            String orgCode,
            String tier,
            Instant endsAt,
            Instant remindAt) {}

    private record Due(long id, String number, long personId, String orgCode, String tier, Per per, Span span) {

        static Due of(ResultSet row, int number) throws SQLException {
            return new Due(
                    row.getLong("id"),
                    row.getString("number"),
                    row.getLong("person_id"),
                    row.getString("org"),
                    row.getString("tier"),
                    Per.valueOf(row.getString("per")),
                    new Span(row.getObject("start_on", LocalDate.class), row.getObject("end_on", LocalDate.class)));
        }
    }

    /**
     * Starts the next ones with this transaction, all of them at once; what others are starting is left to them. After a
     * failure they are started one by one, and the one that cannot be started is set aside until the next round, so that it
     * stops no other.
     *
     * @return how many were started
     */
    public int startNext(long roundId, int most, Consumer<List<Owed>> start) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        List<Due> due = jdbc.query(NEXT, Due::of, today, most);
        List<Owed> started = isCareful(roundId) ? oneByOne(roundId, due, start) : together(roundId, due, start);
        note(started);
        return started.size();
    }

    private boolean isCareful(long roundId) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select careful from visit_round where id = ?", Boolean.class, roundId));
    }

    private List<Owed> together(long roundId, List<Due> due, Consumer<List<Owed>> start) {
        return attempts.attempt(
                () -> {
                    List<Owed> visits = due.stream().map(this::owed).toList();
                    start.accept(visits);
                    return visits;
                },
                () -> careful(roundId, true));
    }

    private List<Owed> oneByOne(long roundId, List<Due> due, Consumer<List<Owed>> start) {
        List<Owed> started = due.stream()
                .map(one -> attempts.attempt(
                        () -> {
                            Owed visit = owed(one);
                            start.accept(List.of(visit));
                            return visit;
                        },
                        () -> setAside(one.id())))
                .toList();
        careful(roundId, false);
        return started;
    }

    private Owed owed(Due due) {
        VisitWindows.know(due.id(), new Terms(due.span().endsAt(), Tier.valueOf(due.tier())));
        return new Owed(
                due.id(),
                due.number(),
                due.personId(),
                due.orgCode(),
                due.tier(),
                due.span().endsAt(),
                deadlines.visitReminder(
                        due.per(), due.span().start(), due.span().end(), due.orgCode(), due.tier()));
    }

    private void careful(long roundId, boolean careful) {
        jdbc.update("update visit_round set careful = ? where id = ?", careful, roundId);
    }

    private void note(List<Owed> started) {
        Object[] ids = started.stream().map(Owed::windowId).toArray();
        Object[] moments =
                started.stream().map(owed -> Timestamp.from(owed.remindAt())).toArray();
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            Array windows = connection.createArrayOf("int8", ids);
            Array remind = connection.createArrayOf("timestamptz", moments);
            try (var update = connection.prepareStatement(
                    """
                    update visit_window w set started_at = ?, remind_at = s.remind_at
                    from unnest(?, ?) as s(id, remind_at) where w.id = s.id
                    """)) {
                update.setTimestamp(1, Timestamp.from(clock.instant()));
                update.setArray(2, windows);
                update.setArray(3, remind);
                return update.executeUpdate();
            }
        });
    }

    private void setAside(long windowId) {
        jdbc.update(
                "update visit_window set start_failed_at = ? where id = ? and started_at is null",
                Timestamp.from(clock.instant()),
                windowId);
    }
}
