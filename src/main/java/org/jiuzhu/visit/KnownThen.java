package org.jiuzhu.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.cadence.Contact;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the product knew of plans and visits at a moment: nothing is deleted, so it can be asked again. */
@Component
class KnownThen {

    private static final String STEP_THERE = "recorded_at <= ? and (undone_at is null or undone_at > ?)";

    private final JdbcTemplate jdbc;

    KnownThen(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Met(long personId, Contact contact, String by, String recordNumber) {}

    /** A window outside any plan. */
    record Extra(long personId, String why, Tier tier, int attemptDays, Window window) {}

    /** Which window of whom. */
    record Key(long personId, String per, boolean onNode, LocalDate start) {}

    /** Who ever had a plan or an extra visit at a place, as far as the reader's scope sees them. */
    List<Long> peopleAt(Place place, Instant moment) {
        String at = place.pointCode() == null ? "street_code = ? and point_code is null" : "point_code = ?";
        String code = place.orgCode();
        Timestamp then = Timestamp.from(moment);
        return jdbc.queryForList(
                "select person_id from visit_step where " + at + " and recorded_at <= ? union"
                        + " select person_id from visit_window where extra is not null and " + at
                        + " and opened_at <= ?",
                Long.class,
                code,
                then,
                code,
                then);
    }

    /** By person, in their order. */
    Map<Long, List<TakenStep>> steps(Collection<Long> people, Instant moment) {
        return jdbc
                .query(
                        "select * from visit_step where person_id = any (?) and " + STEP_THERE
                                + " order by person_id, from_on, id",
                        (row, n) -> StepTable.taken(row),
                        people.toArray(Long[]::new),
                        Timestamp.from(moment),
                        Timestamp.from(moment))
                .stream()
                .collect(Collectors.groupingBy(
                        TakenStep::personId, Collectors.collectingAndThen(Collectors.toList(), TakenStep::inForce)));
    }

    /** By person, oldest first. */
    Map<Long, List<Met>> contacts(Collection<Long> people, LocalDate since, Instant moment) {
        return jdbc
                .query(
                        """
                        select * from visit_contact where person_id = any (?) and on_day >= ? and recorded_at <= ?
                          and (withdrawn_at is null or withdrawn_at > ?)
                        order by on_day, id
                        """,
                        KnownThen::met,
                        people.toArray(Long[]::new),
                        since,
                        Timestamp.from(moment),
                        Timestamp.from(moment))
                .stream()
                .collect(Collectors.groupingBy(Met::personId));
    }

    Map<Long, List<Extra>> extras(Collection<Long> people, Place place, Instant moment) {
        String at = place.pointCode() == null ? "street_code = ? and point_code is null" : "point_code = ?";
        return jdbc
                .query(
                        "select * from visit_window where extra is not null and person_id = any (?) and " + at
                                + " and opened_at <= ?",
                        (row, n) -> extra(row, moment),
                        people.toArray(Long[]::new),
                        place.orgCode(),
                        Timestamp.from(moment))
                .stream()
                .collect(Collectors.groupingBy(Extra::personId));
    }

    /** Windows that were given up: nothing makes up for them any more. */
    Set<Key> givenUp(Collection<Long> people, Instant moment) {
        return new HashSet<>(jdbc.query(
                """
                select person_id, per, on_node, start_on from visit_window
                where person_id = any (?) and settled_as = 'EXPLAINED' and settled_at <= ?
                """,
                KnownThen::key,
                people.toArray(Long[]::new),
                Timestamp.from(moment)));
    }

    /** Why nobody came, as it was explained last: a code. */
    Map<Key, String> explanations(Collection<Long> people, Instant moment) {
        Map<Key, String> reasons = new HashMap<>();
        jdbc.query(
                """
                select w.person_id, w.per, w.on_node, w.start_on, e.reason from visit_explanation e
                join visit_window w on w.id = e.window_id
                where w.person_id = any (?) and e.explained_at <= ? order by e.id
                """,
                row -> {
                    reasons.put(key(row, 0), row.getString("reason"));
                },
                people.toArray(Long[]::new),
                Timestamp.from(moment));
        return reasons;
    }

    private static Key key(ResultSet row, int n) throws SQLException {
        return new Key(
                row.getLong("person_id"),
                row.getString("per"),
                row.getBoolean("on_node"),
                row.getObject("start_on", LocalDate.class));
    }

    private static Met met(ResultSet row, int n) throws SQLException {
        return new Met(
                row.getLong("person_id"),
                new Contact(
                        row.getObject("on_day", LocalDate.class),
                        ServiceMode.valueOf(row.getString("mode")),
                        Outcome.valueOf(row.getString("outcome"))),
                row.getString("by_name"),
                row.getString("record_number"));
    }

    /** A window closed later was open then. */
    private static Extra extra(ResultSet row, Instant moment) throws SQLException {
        Window window = WindowTable.window(row);
        @Nullable Timestamp settled = row.getTimestamp("settled_at");
        boolean closedThen = settled != null && !settled.toInstant().isAfter(moment);
        return new Extra(
                row.getLong("person_id"),
                row.getString("extra"),
                Tier.valueOf(row.getString("tier")),
                row.getInt("attempt_days"),
                closedThen
                        ? window
                        : new Window(window.span(), window.owedFrom(), window.duty(), window.onNode(), null));
    }
}
