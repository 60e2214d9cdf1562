package org.jiuzhu.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.Window.Closing;
import org.jiuzhu.cadence.WindowPlanner.Plan;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.visit.VisitRounds.Kind;
import org.jiuzhu.visit.WindowChanges.Closed;
import org.jiuzhu.visit.WindowChanges.Opened;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps windows, and what is owed next, as the planner says; of many people with as many statements as of one. */
@Component
class WindowTable {

    private final JdbcTemplate jdbc;
    private final OwedTable owed;
    private final WindowCredits credits;
    private final VisitRounds rounds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WindowTable(
            JdbcTemplate jdbc,
            OwedTable owed,
            WindowCredits credits,
            VisitRounds rounds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.owed = owed;
        this.credits = credits;
        this.rounds = rounds;
        this.events = events;
        this.clock = clock;
    }

    /** @param settled whether nothing is left to do for it */
    record Stored(long id, long personId, String number, Window window, boolean settled) {}

    /**
     * What one person's rows are to say.
     *
     * @param plan null where every step was a mistake
     */
    record Planned(long personId, List<TakenStep> steps, @Nullable Plan plan) {

        TakenStep last() {
            return steps.get(steps.size() - 1);
        }
    }

    /**
     * Makes people's rows say what their plans say; what says so already is not touched. First is closed what has to be,
     * so that never two windows of a kind are open in one period.
     */
    void follow(List<Planned> people) {
        List<Long> ids = people.stream().map(Planned::personId).toList();
        Map<Long, List<Stored>> stored = new HashMap<>();
        rows(ids).forEach(row -> stored.computeIfAbsent(row.personId(), id -> new ArrayList<>())
                .add(row));
        var changes = new WindowChanges();
        people.forEach(person -> changes.compare(person, stored.getOrDefault(person.personId(), List.of())));
        close(changes.closed());
        reopen(changes.reopened());
        insert(changes.opened());
        owed.replace(people);
        changes.settled().forEach(events::publishEvent);
        // A death told late closes on a day before contacts that met the window until now.
        credits.recount(
                changes.closed().stream().map(closed -> closed.row().id()).toList());
        credits.recount(unsettled(changes.owing()));
        if (!changes.owing().isEmpty()) {
            rounds.request(Kind.CHANGE, Actor.machine(Actor.SYSTEM));
        }
    }

    private List<Long> unsettled(Collection<Long> people) {
        return jdbc.queryForList(
                "select id from visit_window where person_id = any (?) and settled_at is null", Long.class, (Object)
                        people.toArray(Long[]::new));
    }

    List<Stored> rows(long personId) {
        return rows(List.of(personId));
    }

    private List<Stored> rows(Collection<Long> people) {
        return jdbc.query(
                "select * from visit_window where person_id = any (?) and extra is null order by person_id, start_on, id",
                (row, n) -> stored(row),
                (Object) people.toArray(Long[]::new));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getString("number"),
                window(row),
                row.getTimestamp("settled_at") != null);
    }

    /** A row of {@code visit_window} as the planner and the state know it. */
    static Window window(ResultSet row) throws SQLException {
        return new Window(
                new Span(row.getObject("start_on", LocalDate.class), row.getObject("end_on", LocalDate.class)),
                row.getObject("owed_from", LocalDate.class),
                new Duty(
                        Per.valueOf(row.getString("per")),
                        row.getInt("required"),
                        Channels.valueOf(row.getString("channels")),
                        row.getBoolean("distinct_days"),
                        row.getObject("days_ahead", Integer.class)),
                row.getBoolean("on_node"),
                closing(
                        row.getObject("closed_on", LocalDate.class),
                        row.getString("close_kind"),
                        row.getString("close_reason")));
    }

    private static @Nullable Closing closing(@Nullable LocalDate on, @Nullable String kind, @Nullable String reason) {
        return on == null || kind == null || reason == null
                ? null
                : new Closing(on, Closing.Kind.valueOf(kind), reason);
    }

    /** What was met before stays met. */
    private void close(List<Closed> closed) {
        jdbc.batchUpdate(
                """
                update visit_window set closed_on = ?, close_kind = ?, close_reason = ?,
                    settled_at = coalesce(settled_at, ?), settled_as = coalesce(settled_as, ?)
                where id = ?
                """,
                closed.stream()
                        .map(one -> new Object[] {
                            one.closing().on(),
                            one.closing().kind().name(),
                            one.closing().reason(),
                            now(),
                            one.closing().kind().name(),
                            one.row().id()
                        })
                        .toList());
    }

    /** As if it had never been closed: the next round starts its visit anew. */
    private void reopen(List<Stored> reopened) {
        jdbc.batchUpdate(
                """
                update visit_window set closed_on = null, close_kind = null, close_reason = null,
                    started_at = case when settled_as in ('CANCELLED', 'SUPERSEDED') then null else started_at end,
                    settled_at = case when settled_as in ('CANCELLED', 'SUPERSEDED') then null else settled_at end,
                    settled_as = case when settled_as in ('CANCELLED', 'SUPERSEDED') then null else settled_as end
                where id = ?
                """,
                reopened.stream().map(row -> new Object[] {row.id()}).toList());
    }

    private void insert(List<Opened> opened) {
        jdbc.batchUpdate(
                """
                insert into visit_window (person_id, step_id, per, on_node, start_on, end_on, owed_from, required, channels,
                    distinct_days, days_ahead, task_on, opened_at, closed_on, close_kind, close_reason, settled_at,
                    settled_as, attempt_days, tier, district_code, street_code, point_code)
                select s.person_id, s.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, s.attempt_days, s.tier, s.district_code,
                    s.street_code, s.point_code
                from visit_step s where s.id = ?
                """,
                opened.stream().map(this::columns).toList());
    }

    private @Nullable Object[] columns(Opened one) {
        Window window = one.window();
        Closing closing = window.closing();
        return new @Nullable Object[] {
            window.duty().per().name(),
            window.onNode(),
            window.span().start(),
            window.span().end(),
            window.owedFrom(),
            window.duty().count(),
            window.duty().channels().name(),
            window.duty().distinctDays(),
            window.duty().daysAhead(),
            window.taskOn(),
            now(),
            closing == null ? null : closing.on(),
            closing == null ? null : closing.kind().name(),
            closing == null ? null : closing.reason(),
            closing == null ? null : now(),
            closing == null ? null : closing.kind().name(),
            one.stepId()
        };
    }

    /** What is still to be done belongs where the person belongs now; what is over and settled, where it was done. */
    void belong(Collection<Long> people) {
        jdbc.update(
                """
                update visit_window w
                set district_code = p.district_code, street_code = p.street_code, point_code = p.point_code
                from visit_plan p
                where p.person_id = any (?) and w.person_id = p.person_id and (w.settled_at is null or w.end_on > ?)
                  and (w.district_code, w.street_code, w.point_code)
                    is distinct from (p.district_code, p.street_code, p.point_code)
                """,
                people.toArray(Long[]::new),
                LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
