package org.jiuzhu.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.visit.PlanChange.Demanded;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds those whom a change of rules concerns, in the thread's scope. */
@Component
class WhomTable {

    private static final String OF_TIERS =
            " from visit_owed o join visit_step s on s.id = o.step_id where s.profile = ? and o.tier = any (?)";
    private static final String AT = " from visit_plan o where coalesce(o.point_code, o.street_code) = any (?)";

    private final JdbcTemplate jdbc;

    WhomTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param from whose rows, with an alias {@code o} */
    private record Clause(String from, List<Object> values) {

        Object[] with(Object... more) {
            return Stream.concat(values.stream(), Stream.of(more)).toArray();
        }
    }

    private static Clause clause(Whom whom) {
        if (whom instanceof Whom.OfTiers of) {
            return new Clause(OF_TIERS, List.of(of.profile(), names(of)));
        }
        return new Clause(AT, List.of((Object) ((Whom.At) whom).orgCodes().toArray(String[]::new)));
    }

    /** The next people after one, by their ids. */
    List<Long> next(Whom whom, long after, int most) {
        Clause clause = clause(whom);
        return jdbc.queryForList(
                "select distinct o.person_id" + clause.from() + " and o.person_id > ? order by 1 limit ?",
                Long.class,
                clause.with(after, most));
    }

    int count(Whom whom) {
        Clause clause = clause(whom);
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(distinct o.person_id)" + clause.from(), Integer.class, clause.with()));
    }

    /** People at one point whose plans demand the same. */
    record Group(Place place, Demanded before, int people) {}

    List<Group> groups(Whom.OfTiers of) {
        return jdbc.query(
                """
                select o.district_code, o.street_code, o.point_code, o.tier, s.duties, s.on_nodes,
                  count(distinct o.person_id)::int as people
                """
                        + OF_TIERS + " group by 1, 2, 3, 4, 5, 6",
                (row, n) -> new Group(
                        place(row),
                        new Demanded(
                                Tier.valueOf(row.getString("tier")),
                                Duty.read(row.getString("duties")),
                                Duty.read(row.getString("on_nodes"))),
                        row.getInt("people")),
                of.profile(),
                names(of));
    }

    /** Windows that are open on a day and still lack a visit, without those of special nodes. */
    int openWindows(Whom.OfTiers of, LocalDate on) {
        return openWindows("select o.person_id" + OF_TIERS, on, of.profile(), names(of));
    }

    int openWindows(List<Long> people, LocalDate on) {
        return openWindows("select unnest(?)", on, (Object) people.toArray(Long[]::new));
    }

    private int openWindows(String whose, LocalDate on, Object... values) {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                select count(*) from visit_window where start_on <= ? and end_on > ? and closed_on is null
                  and settled_at is null and extra is null and not on_node and person_id in (
                """
                        + whose + ")",
                Integer.class,
                Stream.concat(Stream.of(on, on), Stream.of(values)).toArray()));
    }

    /** What every point owes in an average week today, without special nodes. */
    Map<Place, Double> owedPerWeek() {
        Map<Place, Double> owed = new HashMap<>();
        jdbc.query(
                """
                select district_code, street_code, point_code, per, sum(required)::int as required from visit_owed
                where not on_node group by 1, 2, 3, 4
                """,
                row -> {
                    var duty = new Duty(Per.valueOf(row.getString("per")), row.getInt("required"), Channels.ANY, false);
                    owed.merge(place(row), duty.perWeek(), Double::sum);
                });
        return owed;
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("district_code"), row.getString("street_code"), row.getString("point_code"));
    }

    private static String[] names(Whom.OfTiers of) {
        return of.tiers().stream().map(Tier::name).toArray(String[]::new);
    }
}
