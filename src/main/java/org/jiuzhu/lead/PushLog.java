package org.jiuzhu.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jiuzhu.lead.PushRow.State;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.database.DataScopes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pushes and what became of their entries: a street sees its own entries, a district all, a client its pushes. */
@Component
@Transactional(readOnly = true)
public class PushLog {

    public static final int PAGE = 100;

    private static final String PUSH =
            "select id, number, pushed_by, received_at, finished_at, entries, accepted, duplicates, rejected from lead_push ";

    private final JdbcTemplate jdbc;
    private final DataScopes scopes;

    PushLog(JdbcTemplate jdbc, DataScopes scopes) {
        this.jdbc = jdbc;
        this.scopes = scopes;
    }

    /** @param next the row behind which the next page begins; null on the last one */
    public record Page(List<PushRow> rows, @Nullable Integer next) {}

    public Optional<Push> find(String number) {
        return jdbc.query(PUSH + "where number = ?", PushLog::push, number).stream()
                .findFirst();
    }

    /** As the client that sent it. */
    public Optional<Push> find(String number, Actor client) {
        return scopes.asSystem("push client asks", () -> find(number))
                .filter(push -> push.pushedBy().equals(client.username()));
    }

    /** Newest first. */
    public List<Push> before(long id, int most) {
        return jdbc.query(PUSH + "where id < ? order by id desc limit ?", PushLog::push, id, most);
    }

    /** In the order of the push. */
    public Page rows(Push push, boolean errorsOnly, int after) {
        List<PushRow> rows = jdbc.query(
                "select * from lead_push_entry where push_id = ? and row_no > ?"
                        + (errorsOnly ? " and state = 'REJECTED'" : "")
                        + " order by row_no limit ?",
                PushLog::row,
                push.id(),
                after,
                PAGE + 1);
        return rows.size() <= PAGE
                ? new Page(rows, null)
                : new Page(rows.subList(0, PAGE), rows.get(PAGE - 1).row());
    }

    public Page rows(Push push, boolean errorsOnly, int after, Actor client) {
        return push.pushedBy().equals(client.username())
                ? scopes.asSystem("push client asks", () -> rows(push, errorsOnly, after))
                : new Page(List.of(), null);
    }

    private static Push push(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new Push(
                row.getLong("id"),
                row.getString("number"),
                row.getString("pushed_by"),
                row.getTimestamp("received_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getInt("entries"),
                row.getInt("accepted"),
                row.getInt("duplicates"),
                row.getInt("rejected"));
    }

    private static PushRow row(ResultSet row, int number) throws SQLException {
        return new PushRow(
                row.getInt("row_no"),
                State.valueOf(row.getString("state")),
                row.getString("source_ref"),
                row.getString("lead_number"),
                Questionable.read(row.getString("problems")));
    }
}
