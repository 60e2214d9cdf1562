package org.jiuzhu.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.WindowPlanner.Plan;
import org.jiuzhu.visit.WindowTable.Planned;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** From which day a duty has no window yet: what a round reads. */
@Component
class OwedTable {

    private final JdbcTemplate jdbc;

    OwedTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void replace(List<Planned> people) {
        jdbc.update("delete from visit_owed where person_id = any (?)", (Object)
                people.stream().map(Planned::personId).toArray(Long[]::new));
        jdbc.batchUpdate(
                """
                insert into visit_owed (person_id, per, on_node, from_on, required, channels, distinct_days, days_ahead,
                    attempt_days, step_id, tier, district_code, street_code, point_code)
                select s.person_id, ?, ?, case when ? then jiuzhu_node_day(s.district_code, ?) else ? end, ?, ?, ?, ?,
                    s.attempt_days, s.id, s.tier, s.district_code, s.street_code, s.point_code
                from visit_step s where s.id = ?
                """,
                people.stream().flatMap(OwedTable::rows).toList());
    }

    private static Stream<@Nullable Object[]> rows(Planned person) {
        Plan plan = person.plan();
        if (plan == null) {
            return Stream.of();
        }
        TakenStep last = person.last();
        return Stream.concat(
                last.step().duties().stream()
                        .map(duty -> columns(
                                last.id(),
                                duty,
                                false,
                                Objects.requireNonNull(plan.owed().get(duty.per())))),
                last.step().onNodes().stream()
                        .map(duty -> columns(last.id(), duty, true, afterNodes(plan, last, duty))));
    }

    /** The end of the last node's day that has a window, or the day of the step. */
    private static LocalDate afterNodes(Plan plan, TakenStep last, Duty duty) {
        return plan.windows().stream()
                .filter(window -> window.onNode() && window.duty().equals(duty))
                .map(window -> window.span().end())
                .filter(end -> end.isAfter(last.step().from()))
                .reduce((earlier, later) -> later)
                .orElse(last.step().from());
    }

    private static @Nullable Object[] columns(long stepId, Duty duty, boolean onNode, LocalDate from) {
        return new @Nullable Object[] {
            duty.per().name(),
            onNode,
            onNode,
            from,
            from,
            duty.count(),
            duty.channels().name(),
            duty.distinctDays(),
            duty.daysAhead(),
            stepId
        };
    }
}
