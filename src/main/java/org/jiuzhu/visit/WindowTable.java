package org.jiuzhu.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.visit.Window.Closing;
import org.jiuzhu.visit.WindowPlanner.Plan;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps windows, and what is owed next, as the planner says. */
@Component
class WindowTable {

    private final JdbcTemplate jdbc;

    private final Clock clock;

    WindowTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Stored(long id, Window window) {}

    /**
     * Makes one person's rows say what the plan says; what says so already is not touched. First is closed what has to
     * be, so that never two windows of a kind are open in one period.
     */
    void follow(long personId, List<VisitPlans.Stored> steps, Plan plan) {
        VisitPlans.Stored last = steps.get(steps.size() - 1);
        List<Stored> stored = new ArrayList<>(rows(personId));
        List<Window> missing = new ArrayList<>();
        List<Stored> changed = new ArrayList<>();
        for (Window planned : plan.windows()) {
            Stored known = take(stored, planned);
            if (known == null) {
                missing.add(planned);
            } else if (!Objects.equals(known.window().closing(), planned.closing())) {
                changed.add(new Stored(known.id(), planned));
            }
        }
        stored.stream()
                .filter(left -> left.window().closing() == null)
                .forEach(left -> close(left.id(), left.window().cancelled(last.step())));
        changed.stream()
                .sorted(Comparator.comparing(row -> row.window().closing() == null))
                .forEach(row -> close(row.id(), row.window().closing()));
        missing.forEach(window -> insert(personId, madeBy(steps, window), window));
        owe(personId, last, plan);
    }

    /** The step that was in force on the day from which a window was owed. */
    private static long madeBy(List<VisitPlans.Stored> steps, Window window) {
        return steps.stream()
                .filter(step -> !step.step().from().isAfter(window.owedFrom()))
                .reduce((a, b) -> b)
                .orElse(steps.get(0))
                .id();
    }

    /** Every step was a mistake: nothing is owed, and what was opened is cancelled on its first day. */
    void forget(long personId) {
        jdbc.update("delete from visit_owed where person_id = ?", personId);
        jdbc.update(
                """
                update visit_window set closed_on = owed_from, close_kind = 'CANCELLED', close_reason = 'UNDONE'
                where person_id = ? and closed_on is null and extra is null
                """,
                personId);
    }

    List<Stored> rows(long personId) {
        return jdbc.query(
                "select * from visit_window where person_id = ? and extra is null order by start_on, id",
                (row, n) -> new Stored(row.getLong("id"), window(row)),
                personId);
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

    private static @Nullable Stored take(List<Stored> stored, Window planned) {
        for (Stored row : stored) {
            Window window = row.window();
            if (window.span().equals(planned.span())
                    && window.owedFrom().equals(planned.owedFrom())
                    && window.duty().equals(planned.duty())
                    && window.onNode() == planned.onNode()) {
                stored.remove(row);
                return row;
            }
        }
        return null;
    }

    private void insert(long personId, long stepId, Window window) {
        Closing closing = window.closing();
        jdbc.update(
                """
                insert into visit_window (person_id, step_id, per, on_node, start_on, end_on, owed_from, required, channels,
                    distinct_days, days_ahead, task_on, opened_at, closed_on, close_kind, close_reason, tier, district_code,
                    street_code, point_code)
                select s.person_id, s.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, s.tier, s.district_code, s.street_code,
                    s.point_code
                from visit_step s where s.id = ? and s.person_id = ?
                """,
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
                Timestamp.from(clock.instant()),
                closing == null ? null : closing.on(),
                closing == null ? null : closing.kind().name(),
                closing == null ? null : closing.reason(),
                stepId,
                personId);
    }

    private void close(long windowId, @Nullable Closing closing) {
        jdbc.update(
                "update visit_window set closed_on = ?, close_kind = ?, close_reason = ? where id = ?",
                closing == null ? null : closing.on(),
                closing == null ? null : closing.kind().name(),
                closing == null ? null : closing.reason(),
                windowId);
    }

    private void owe(long personId, VisitPlans.Stored last, Plan plan) {
        jdbc.update("delete from visit_owed where person_id = ?", personId);
        for (Duty duty : last.step().duties()) {
            owe(
                    personId,
                    last.id(),
                    duty,
                    false,
                    Objects.requireNonNull(plan.owed().get(duty.per())));
        }
        for (Duty duty : last.step().onNodes()) {
            LocalDate next = plan.windows().stream()
                    .filter(window -> window.onNode() && window.duty().equals(duty))
                    .map(window -> window.span().end())
                    .filter(end -> end.isAfter(last.step().from()))
                    .reduce((a, b) -> b)
                    .orElse(last.step().from());
            owe(personId, last.id(), duty, true, next);
        }
    }

    private void owe(long personId, long stepId, Duty duty, boolean onNode, LocalDate from) {
        jdbc.update(
                """
                insert into visit_owed (person_id, per, on_node, from_on, required, channels, distinct_days, days_ahead,
                    step_id, tier, district_code, street_code, point_code)
                select s.person_id, ?, ?, case when ? then jiuzhu_node_day(s.district_code, ?) else ? end, ?, ?, ?, ?, s.id,
                    s.tier, s.district_code, s.street_code, s.point_code
                from visit_step s where s.id = ? and s.person_id = ?
                """,
                duty.per().name(),
                onNode,
                onNode,
                from,
                from,
                duty.count(),
                duty.channels().name(),
                duty.distinctDays(),
                duty.daysAhead(),
                stepId,
                personId);
    }
}
