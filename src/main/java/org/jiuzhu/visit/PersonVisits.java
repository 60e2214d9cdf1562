package org.jiuzhu.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiuzhu.cadence.Contact;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.WindowState;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.shared.database.DataScopes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One person's plan, windows and contacts, for their page and for programs. Windows and contacts are those of places in
 * the reader's scope; how a window stands is said by all contacts, also by those of a place somebody has moved from.
 */
@Component
@Transactional(readOnly = true)
public class PersonVisits {

    private final JdbcTemplate jdbc;
    private final WorkCalendar calendar;
    private final DataScopes scopes;
    private final Clock clock;

    PersonVisits(JdbcTemplate jdbc, WorkCalendar calendar, DataScopes scopes, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * How closely somebody is visited today.
     *
     * @param reason message key {@code rules.tier.reason.<reason>}
     * @param dataGap unknown facts on which the tier depends
     * @param reviewOn the next day on which time alone may change the tier, and {@code reviewWhy} what passes then
     */
    public record Plan(
            Tier tier, String reason, List<String> dataGap, @Nullable LocalDate reviewOn, @Nullable String reviewWhy) {}

    /**
     * @param number the business key of its process
     * @param extra why it was opened outside the plan, a code; null for a window of the plan
     * @param madeUpOn the day on which a late visit made up for it; it stays missed in the figures
     */
    public record Standing(
            long id,
            String number,
            Tier tier,
            Window window,
            @Nullable String extra,
            @Nullable Instant remindAt,
            @Nullable LocalDate madeUpOn,
            WindowState state) {}

    /** That somebody was met, or that it was tried, by the record that says so. */
    public record Told(String recordNumber, Contact contact, @Nullable String finding, String by) {}

    /** Empty for somebody who was never weighed, and for people outside the reader's scope. */
    public Optional<Plan> plan(long personId) {
        return jdbc.query("select * from visit_plan where person_id = ?", (row, n) -> plan(row), personId).stream()
                .findFirst();
    }

    /**
     * The windows that overlap with some days, the newest first, without those that turned out never to have been owed: a
     * later word of that same day took their place, or of a day before it.
     *
     * @param until exclusive
     * @param most at least 1
     */
    public List<Standing> windows(long personId, LocalDate from, LocalDate until, int most) {
        List<Row> rows = jdbc.query(
                """
                select * from visit_window where person_id = ? and end_on > ? and start_on < ?
                  and (closed_on is null or closed_on > owed_from or extra is not null)
                order by start_on desc, end_on desc, id desc limit ?
                """,
                (row, n) -> row(row),
                personId,
                from,
                until,
                most);
        List<Contact> contacts = rows.isEmpty() ? List.of() : all(personId, rows);
        Instant now = clock.instant();
        return rows.stream().map(row -> row.standing(state(row, contacts, now))).toList();
    }

    /**
     * What was told of visits on some days, the newest first.
     *
     * @param until exclusive
     */
    public List<Told> told(long personId, LocalDate from, LocalDate until, int most) {
        return jdbc.query(
                """
                select * from visit_contact where person_id = ? and withdrawn_at is null and on_day >= ? and on_day < ?
                order by on_day desc, id desc limit ?
                """,
                (row, n) -> new Told(
                        row.getString("record_number"),
                        contact(row),
                        row.getString("finding"),
                        row.getString("by_name")),
                personId,
                from,
                until,
                most);
    }

    private WindowState state(Row row, List<Contact> contacts, Instant now) {
        return WindowState.of(row.window(), contacts, row.attemptDays(), now, calendar);
    }

    private List<Contact> all(long personId, List<Row> rows) {
        LocalDate first = rows.stream()
                .map(row -> row.window().span().start())
                .min(LocalDate::compareTo)
                .orElseThrow();
        return scopes.asSystem(
                "visit windows",
                () -> jdbc.query(
                        "select * from visit_contact where person_id = ? and withdrawn_at is null and on_day >= ?",
                        (row, n) -> contact(row),
                        personId,
                        first));
    }

    private record Row(
            long id,
            String number,
            Tier tier,
            Window window,
            @Nullable String extra,
            @Nullable Instant remindAt,
            @Nullable LocalDate madeUpOn,
            int attemptDays) {

        Standing standing(WindowState state) {
            return new Standing(id, number, tier, window, extra, remindAt, madeUpOn, state);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        Timestamp remindAt = row.getTimestamp("remind_at");
        return new Row(
                row.getLong("id"),
                row.getString("number"),
                Tier.valueOf(row.getString("tier")),
                WindowTable.window(row),
                row.getString("extra"),
                remindAt == null ? null : remindAt.toInstant(),
                row.getObject("made_up_on", LocalDate.class),
                row.getInt("attempt_days"));
    }

    private static Plan plan(ResultSet row) throws SQLException {
        String gap = row.getString("data_gap");
        return new Plan(
                Tier.valueOf(row.getString("tier")),
                row.getString("reason"),
                gap.isEmpty() ? List.of() : Arrays.asList(gap.split(",")),
                row.getObject("review_on", LocalDate.class),
                row.getString("review_why"));
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getObject("on_day", LocalDate.class),
                ServiceMode.valueOf(row.getString("mode")),
                Outcome.valueOf(row.getString("outcome")));
    }
}
