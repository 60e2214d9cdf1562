package org.jiuzhu.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.PlanStep;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.shared.Actor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The steps of people's plans; one that was a mistake is undone and stays. */
@Component
class StepTable {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    StepTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Two who change one plan at once: the second waits, and then sees what the first did. A round that is opening
     * windows for somebody, and whoever changes the special nodes, is waited for too.
     */
    void lock(Collection<Long> people) {
        Long[] ids = people.toArray(Long[]::new);
        jdbc.execute("lock table visit_window, visit_owed in row exclusive mode");
        jdbc.query(
                "select 1 from visit_plan where person_id = any (?) order by person_id for update", row -> {}, (Object)
                        ids);
        jdbc.query(
                "select 1 from visit_owed where person_id = any (?) order by person_id, per, on_node for update",
                row -> {},
                (Object) ids);
    }

    /** The steps in force, in their order; by person, each of whom is there. */
    Map<Long, List<TakenStep>> of(Collection<Long> people) {
        Map<Long, List<TakenStep>> steps = new LinkedHashMap<>();
        people.forEach(person -> steps.put(person, new ArrayList<>()));
        jdbc.query(
                """
                select * from visit_step where person_id = any (?) and undone_at is null
                order by person_id, from_on, id
                """,
                row -> {
                    TakenStep taken = taken(row);
                    steps.getOrDefault(taken.personId(), new ArrayList<>()).add(taken);
                },
                (Object) people.toArray(Long[]::new));
        steps.replaceAll((person, taken) -> TakenStep.inForce(taken));
        return steps;
    }

    static TakenStep taken(ResultSet row) throws SQLException {
        return new TakenStep(
                row.getLong("id"),
                row.getLong("person_id"),
                PlanStep.of(
                        row.getObject("from_on", LocalDate.class),
                        Tier.valueOf(row.getString("tier")),
                        Duty.read(row.getString("duties")),
                        Duty.read(row.getString("on_nodes")),
                        row.getString("reason")),
                Tier.valueOf(row.getString("tier")),
                row.getString("tier_reason"),
                row.getString("profile"),
                row.getString("rules"),
                row.getInt("attempt_days"),
                new Place(row.getString("district_code"), row.getString("street_code"), row.getString("point_code")),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"));
    }

    void insert(Map<Long, VisitPlans.Change> changes, ToIntFunction<Place> attemptDays, Actor by) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                """
                insert into visit_step (person_id, from_on, reason, tier, tier_reason, duties, on_nodes, profile, rules,
                    attempt_days, recorded_at, recorded_by, district_code, street_code, point_code)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                changes.entrySet().stream()
                        .map(entry -> columns(entry.getKey(), entry.getValue(), attemptDays, now, by))
                        .toList());
    }

    private static Object[] columns(
            long personId, VisitPlans.Change change, ToIntFunction<Place> attemptDays, Timestamp now, Actor by) {
        PlanStep step = change.step();
        return new Object[] {
            personId,
            step.from(),
            step.reason(),
            change.tier().name(),
            change.tierReason(),
            Duty.write(step.duties()),
            Duty.write(step.onNodes()),
            change.profile(),
            change.rules(),
            attemptDays.applyAsInt(change.place()),
            now,
            by.username(),
            change.place().districtCode(),
            change.place().streetCode(),
            change.place().pointCode()
        };
    }

    long personOf(long stepId) {
        return jdbc.queryForList("select person_id from visit_step where id = ?", Long.class, stepId).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no step " + stepId));
    }

    void undo(long stepId, Actor by) {
        jdbc.update(
                "update visit_step set undone_at = ?, undone_by = ? where id = ? and undone_at is null",
                Timestamp.from(clock.instant()),
                by.username(),
                stepId);
    }
}
