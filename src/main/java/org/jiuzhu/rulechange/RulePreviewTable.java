package org.jiuzhu.rulechange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuzhu.network.Place;
import org.jiuzhu.visit.PlanChange;
import org.jiuzhu.visit.PlanForecasts.PointChange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps what a change would mean while it is looked at; only sums and ids. */
@Component
class RulePreviewTable {

    private final JdbcTemplate jdbc;

    RulePreviewTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param seen of {@code total} people have been looked at, up to the id {@code last} */
    record State(long id, Instant askedAt, int total, int seen, long last, int openWindows, boolean isDone) {}

    Optional<State> find(String key) {
        return jdbc.query("select * from rule_preview where key = ?", RulePreviewTable::state, key).stream()
                .findFirst();
    }

    /** Empty where nobody has begun, or somebody else is at it. */
    Optional<State> lock(String key) {
        return jdbc
                .query("select * from rule_preview where key = ? for update skip locked", RulePreviewTable::state, key)
                .stream()
                .findFirst();
    }

    void begin(String key, int total, Instant at) {
        jdbc.update(
                "insert into rule_preview (key, asked_at, people_total) values (?, ?, ?) on conflict (key) do nothing",
                key,
                Timestamp.from(at),
                total);
    }

    void forget(long id) {
        jdbc.update("delete from rule_preview where id = ?", id);
    }

    void forgetBefore(Instant at) {
        jdbc.update("delete from rule_preview where asked_at < ?", Timestamp.from(at));
    }

    void advance(long id, int people, long last, int openWindows) {
        jdbc.update(
                """
                update rule_preview set people_seen = people_seen + ?, last_person = ?, open_windows = open_windows + ?
                where id = ?
                """,
                people,
                last,
                openWindows,
                id);
    }

    void finish(long id, Instant at) {
        jdbc.update("update rule_preview set finished_at = ? where id = ?", Timestamp.from(at), id);
    }

    void add(long id, List<PlanChange> changes) {
        jdbc.batchUpdate(
                """
                insert into rule_preview_person (preview_id, person_id, more, district_code, street_code, point_code)
                values (?, ?, ?, ?, ?, ?)
                """,
                changes.stream()
                        .map(change -> new Object[] {
                            id,
                            change.personId(),
                            change.after().perWeek() - change.before().perWeek(),
                            change.place().districtCode(),
                            change.place().streetCode(),
                            change.place().pointCode()
                        })
                        .toList());
    }

    /** By place, in the thread's scope. */
    Map<Place, PointChange> points(long id) {
        Map<Place, PointChange> points = new HashMap<>();
        jdbc.query(
                """
                select district_code, street_code, point_code, count(*)::int as people, sum(more) as more
                from rule_preview_person where preview_id = ? group by 1, 2, 3
                """,
                row -> {
                    points.put(
                            new Place(
                                    row.getString("district_code"),
                                    row.getString("street_code"),
                                    row.getString("point_code")),
                            new PointChange(row.getInt("people"), row.getDouble("more")));
                },
                id);
        return points;
    }

    /** The next after one, in the thread's scope. */
    List<Long> people(long id, long after, int most) {
        return jdbc.queryForList(
                """
                select person_id from rule_preview_person where preview_id = ? and person_id > ? order by person_id limit ?
                """,
                Long.class,
                id,
                after,
                most);
    }

    private static State state(ResultSet row, int number) throws SQLException {
        return new State(
                row.getLong("id"),
                row.getTimestamp("asked_at").toInstant(),
                row.getInt("people_total"),
                row.getInt("people_seen"),
                row.getLong("last_person"),
                row.getInt("open_windows"),
                row.getTimestamp("finished_at") != null);
    }
}
