package org.jiuzhu.visit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.database.DataScopes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People's visit plans: every change is a step, and the windows of one person follow at once. */
@Component
@Transactional
public class VisitPlans {

    private final JdbcTemplate jdbc;
    private final WindowTable windows;
    private final DataScopes scopes;
    private final Clock clock;

    VisitPlans(JdbcTemplate jdbc, WindowTable windows, DataScopes scopes, Clock clock) {
        this.jdbc = jdbc;
        this.windows = windows;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * What a step is and what it rests on.
     *
     * @param rules the versions of the decisions that answered, so that it can be told later
     */
    public record Change(PlanStep step, Tier tier, String profile, String rules, Place place) {}

    /**
     * Takes a step in somebody's plan. The same step again, or one that demands what is demanded already, changes
     * nothing.
     *
     * @throws IllegalArgumentException for a step before the last one: the past is not planned anew
     */
    public void change(long personId, Change change, Actor by) {
        scopes.runAsSystem("visit plan", () -> {
            lock(personId);
            List<Stored> steps = steps(personId);
            Stored last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (last != null && change.step().from().isBefore(last.step().from())) {
                throw new IllegalArgumentException(
                        "A plan changed on " + last.step().from() + " cannot change on "
                                + change.step().from());
            }
            if (isKnown(last, change.step())) {
                return;
            }
            insert(personId, change, by);
            follow(personId);
        });
    }

    /** Takes back a step that was a mistake, a false report of a death: the windows are as if it had never been. */
    public void undo(long stepId, Actor by) {
        scopes.runAsSystem("visit plan", () -> {
            Long personId = jdbc.queryForObject("select person_id from visit_step where id = ?", Long.class, stepId);
            lock(Objects.requireNonNull(personId));
            jdbc.update(
                    "update visit_step set undone_at = ?, undone_by = ? where id = ? and undone_at is null",
                    Timestamp.from(clock.instant()),
                    by.username(),
                    stepId);
            follow(personId);
        });
    }

    /** The steps in force, in their order. */
    @Transactional(readOnly = true)
    public List<PlanStep> stepsOf(long personId) {
        return steps(personId).stream().map(Stored::step).toList();
    }

    private static boolean isKnown(@Nullable Stored last, PlanStep step) {
        return last == null
                ? step.isEnd()
                : last.step().duties().equals(step.duties())
                        && last.step().onNodes().equals(step.onNodes());
    }

    /** Two who change one plan at once: the second waits, and then sees what the first did. */
    private void lock(long personId) {
        jdbc.queryForList("select pg_advisory_xact_lock(hashtext('visit_plan'), ?)", (int) personId);
    }

    private void insert(long personId, Change change, Actor by) {
        PlanStep step = change.step();
        jdbc.update(
                """
                insert into visit_step (person_id, from_on, reason, tier, duties, on_nodes, profile, rules, recorded_at,
                    recorded_by, district_code, street_code, point_code)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                personId,
                step.from(),
                step.reason(),
                change.tier().name(),
                Duty.write(step.duties()),
                Duty.write(step.onNodes()),
                change.profile(),
                change.rules(),
                Timestamp.from(clock.instant()),
                by.username(),
                change.place().districtCode(),
                change.place().streetCode(),
                change.place().pointCode());
    }

    private void follow(long personId) {
        List<Stored> steps = steps(personId);
        if (steps.isEmpty()) {
            windows.forget(personId);
            return;
        }
        Stored last = steps.get(steps.size() - 1);
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        LocalDate before = (last.step().from().isAfter(today) ? last.step().from() : today).plusDays(1);
        windows.follow(
                personId,
                steps,
                WindowPlanner.plan(steps.stream().map(Stored::step).toList(), nodes(last.districtCode()), before));
    }

    private List<Span> nodes(String districtCode) {
        return jdbc.query(
                "select start_on, end_on from special_node_span where district_code = ? order by start_on",
                (row, n) ->
                        new Span(row.getObject("start_on", LocalDate.class), row.getObject("end_on", LocalDate.class)),
                districtCode);
    }

    /** A step as it is kept. */
    record Stored(long id, PlanStep step, String districtCode) {}

    private List<Stored> steps(long personId) {
        return jdbc.query(
                "select * from visit_step where person_id = ? and undone_at is null order by from_on, id",
                (row, n) -> new Stored(
                        row.getLong("id"),
                        new PlanStep(
                                row.getObject("from_on", LocalDate.class),
                                Duty.read(row.getString("duties")),
                                Duty.read(row.getString("on_nodes")),
                                row.getString("reason")),
                        row.getString("district_code")),
                personId);
    }
}
