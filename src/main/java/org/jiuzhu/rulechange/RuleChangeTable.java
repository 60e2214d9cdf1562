package org.jiuzhu.rulechange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rulechange.RuleChange.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class RuleChangeTable {

    private final JdbcTemplate jdbc;

    RuleChangeTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Two who order changes at once: the second waits, and then sees what the first did. */
    void oneAtATime() {
        jdbc.queryForList("select pg_advisory_xact_lock(hashtext('rule_change'))");
    }

    long insert(String number, String districtCode, NewRuleChange asked, String by, Instant at) {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                insert into rule_change (number, kind, district_code, profile, org_code, effective_on, at_once, reason, state,
                    ordered_at, ordered_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?, ?) returning id
                """,
                Long.class,
                number,
                asked.kind().name(),
                districtCode,
                asked.profile(),
                asked.orgCode(),
                asked.effectiveOn(),
                asked.atOnce(),
                asked.reason(),
                Timestamp.from(at),
                by));
    }

    /** @param after the changed rows, each of which is among those {@code before} */
    void insertRows(long changeId, List<RuleRow> before, List<RuleRow> after) {
        for (RuleRow row : after) {
            RuleRow was = before.stream()
                    .filter(one -> one.id().equals(row.id()))
                    .findFirst()
                    .orElseThrow();
            Map<String, String> cells = new LinkedHashMap<>(was.cells());
            cells.putAll(was.sources());
            jdbc.batchUpdate(
                    "insert into rule_change_cell (change_id, row_id, cell, was, becomes) values (?, ?, ?, ?, ?)",
                    cells.entrySet().stream()
                            .map(cell -> new Object[] {
                                changeId,
                                row.id(),
                                cell.getKey(),
                                cell.getValue(),
                                row.cells().getOrDefault(cell.getKey(), cell.getValue())
                            })
                            .toList());
        }
    }

    /** Cells by row, as they were or as they are to be. */
    Map<String, Map<String, String>> rows(long changeId, boolean isNew) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        jdbc.query(
                "select * from rule_change_cell where change_id = ? order by row_id, cell",
                row -> {
                    rows.computeIfAbsent(row.getString("row_id"), id -> new LinkedHashMap<>())
                            .put(row.getString("cell"), row.getString(isNew ? "becomes" : "was"));
                },
                changeId);
        return rows;
    }

    Optional<RuleChange> byNumber(String number) {
        return jdbc.query("select * from rule_change where number = ?", RuleChangeTable::change, number).stream()
                .findFirst();
    }

    RuleChange get(long id) {
        return jdbc.query("select * from rule_change where id = ?", RuleChangeTable::change, id).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no change of rules " + id));
    }

    RuleChange lock(long id) {
        jdbc.queryForList("select id from rule_change where id = ? for update", id);
        return get(id);
    }

    /** The latest first. */
    List<RuleChange> ofDistrict(String districtCode, long before, int most) {
        return jdbc.query(
                "select * from rule_change where district_code = ? and id < ? order by id desc limit ?",
                RuleChangeTable::change,
                districtCode,
                before,
                most);
    }

    /** The one that is still to come, or under way, for these rows or this unit. */
    Optional<RuleChange> open(Kind kind, String of) {
        return jdbc
                .query(
                        """
                        select * from rule_change
                        where kind = ? and coalesce(org_code, profile) = ? and state in ('PLANNED', 'RUNNING')
                        """,
                        RuleChangeTable::change,
                        kind.name(),
                        of)
                .stream()
                .findFirst();
    }

    boolean cancel(long id, String by, Instant at) {
        return jdbc.update(
                        """
                        update rule_change set state = 'CANCELLED', cancelled_at = ?, cancelled_by = ?
                        where id = ? and state = 'PLANNED'
                        """,
                        Timestamp.from(at),
                        by,
                        id)
                == 1;
    }

    void published(long id, @Nullable Integer version, int people, Instant at) {
        jdbc.update(
                "update rule_change set state = 'RUNNING', published_at = ?, version = ?, people_total = ? where id = ?",
                Timestamp.from(at),
                version,
                people,
                id);
    }

    void refused(long id, Instant at) {
        jdbc.update("update rule_change set state = 'REFUSED', finished_at = ? where id = ?", Timestamp.from(at), id);
    }

    void advanced(long id, int people, long lastPerson) {
        jdbc.update(
                "update rule_change set people_done = people_done + ?, last_person = ? where id = ?",
                people,
                lastPerson,
                id);
    }

    void finished(long id, Instant at) {
        jdbc.update(
                "update rule_change set state = 'DONE', finished_at = ?, people_total = people_done where id = ?",
                Timestamp.from(at),
                id);
    }

    private static RuleChange change(ResultSet row, int number) throws SQLException {
        return new RuleChange(
                row.getLong("id"),
                row.getString("number"),
                Kind.valueOf(row.getString("kind")),
                row.getString("district_code"),
                row.getString("profile"),
                row.getString("org_code"),
                row.getObject("effective_on", LocalDate.class),
                row.getBoolean("at_once"),
                row.getString("reason"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("ordered_at").toInstant(),
                row.getString("ordered_by"),
                instant(row.getTimestamp("cancelled_at")),
                row.getString("cancelled_by"),
                instant(row.getTimestamp("published_at")),
                row.getObject("version", Integer.class),
                instant(row.getTimestamp("finished_at")),
                row.getInt("people_total"),
                row.getInt("people_done"),
                row.getLong("last_person"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
