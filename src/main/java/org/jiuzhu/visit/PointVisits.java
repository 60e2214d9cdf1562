package org.jiuzhu.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuzhu.cadence.Contact;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.Window.Closing;
import org.jiuzhu.cadence.WindowState;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.visit.OwedVisit.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is owed at one point today, in as many questions as it has kinds of rows, however many people it has. */
@Component
@Transactional(readOnly = true)
public class PointVisits {

    private static final String OPEN =
            """
            select w.*, (select e.make_up_by from visit_explanation e where e.window_id = w.id order by e.id desc limit 1)
              as make_up_by
            from visit_window w
            where (w.closed_on is null or w.closed_on > ?) and w.owed_from <= ?
            """;

    /** What is not settled, and what was done in a period that goes on. */
    private static final String STANDS = " and (w.settled_at is null or w.settled_as = 'MET' and w.end_on > ?)";

    private final JdbcTemplate jdbc;
    private final WorkCalendar calendar;
    private final Clock clock;

    PointVisits(JdbcTemplate jdbc, WorkCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** How much there is to do at a point: people with something late, and with something due this week. */
    public record Load(@Nullable String pointCode, int late, int due) {}

    public record Digest(int reminded, int overdue) {}

    /**
     * Everything at one point that stands open, and what was done in the running periods.
     *
     * @param place a point, or a street for those whose point is not known
     */
    public List<OwedVisit> at(Place place) {
        LocalDate today = today();
        return judged(
                place.pointCode() == null
                        ? jdbc.query(
                                OPEN + STANDS + " and w.street_code = ? and w.point_code is null",
                                PointVisits::row,
                                today,
                                today,
                                today,
                                place.streetCode())
                        : jdbc.query(
                                OPEN + STANDS + " and w.street_code = ? and w.point_code = ?",
                                PointVisits::row,
                                today,
                                today,
                                today,
                                place.streetCode(),
                                place.pointCode()));
    }

    /** The same of several people, wherever they live. */
    public List<OwedVisit> of(Collection<Long> personIds) {
        LocalDate today = today();
        return judged(jdbc.query(
                OPEN + STANDS + " and w.person_id = any(?)",
                PointVisits::row,
                today,
                today,
                today,
                personIds.toArray(Long[]::new)));
    }

    /** The same by the numbers of the windows. */
    List<OwedVisit> byNumber(Collection<String> numbers) {
        LocalDate today = today();
        return judged(jdbc.query(
                OPEN + " and w.number = any(?)", PointVisits::row, today, today, numbers.toArray(String[]::new)));
    }

    /** When each of them was met last; who never was is left out. */
    public Map<Long, LastVisit> lastVisits(Collection<Long> personIds) {
        return jdbc
                .query(
                        """
                        select c.* from unnest(?) as p (id) cross join lateral (
                          select * from visit_contact v
                          where v.person_id = p.id and v.outcome = 'DONE' and v.withdrawn_at is null
                          order by v.on_day desc, v.id desc limit 1) c
                        """,
                        (row, n) -> new LastVisit(
                                row.getLong("person_id"),
                                row.getObject("on_day", LocalDate.class),
                                ServiceMode.valueOf(row.getString("mode")),
                                row.getString("record_number")),
                        (Object) personIds.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(LastVisit::personId, Function.identity()));
    }

    /** The points of a street with something open, as far as they are visible. */
    public List<Load> loads(String streetCode) {
        LocalDate today = today();
        return jdbc.query(
                """
                select point_code, count(distinct person_id) filter (where end_on <= ?) as late,
                  count(distinct person_id) filter (where end_on > ? and (end_on <= ? or remind_at <= ?)) as due
                from visit_window
                where street_code = ? and settled_at is null and (closed_on is null or closed_on > ?) and owed_from <= ?
                group by point_code
                """,
                (row, n) -> new Load(row.getString("point_code"), row.getInt("late"), row.getInt("due")),
                today,
                today,
                endOfWeek(today),
                Timestamp.from(clock.instant()),
                streetCode,
                today,
                today);
    }

    /** A contact that somebody told meanwhile. */
    public record Newer(String by, ServiceMode mode) {}

    /** The newest contact known of any of them; 0 where there is none. */
    public long newestContact(Collection<Long> personIds) {
        Long newest = jdbc.queryForObject(
                "select coalesce(max(id), 0) from visit_contact where person_id = any(?)", Long.class, (Object)
                        personIds.toArray(Long[]::new));
        return newest == null ? 0 : newest;
    }

    /** What others told of them since, the newest. */
    public Optional<Newer> newerContact(Collection<Long> personIds, long seen, String username) {
        return jdbc
                .query(
                        """
                        select recorded_by, mode from visit_contact
                        where person_id = any(?) and id > ? and recorded_by <> ? and withdrawn_at is null
                        order by id desc limit 1
                        """,
                        (row, n) -> new Newer(row.getString("recorded_by"), ServiceMode.valueOf(row.getString("mode"))),
                        personIds.toArray(Long[]::new),
                        seen,
                        username)
                .stream()
                .findFirst();
    }

    /** This morning's reminder, in people; empty where there was none. */
    public Optional<Digest> digest(String username) {
        return jdbc
                .query(
                        "select reminded, overdue from visit_digest where username = ? and on_day = ?",
                        (row, n) -> new Digest(row.getInt("reminded"), row.getInt("overdue")),
                        username,
                        today())
                .stream()
                .findFirst();
    }

    private record Row(
            long id,
            String number,
            long personId,
            int attemptDays,
            Tier tier,
            Window window,
            @Nullable String extra,
            @Nullable Instant remindAt,
            @Nullable LocalDate makeUpBy,
            boolean settled) {}

    private List<OwedVisit> judged(List<Row> rows) {
        Map<Long, List<Told>> told = rows.isEmpty() ? Map.of() : told(rows);
        Instant now = clock.instant();
        return rows.stream()
                .map(row -> judged(row, told.getOrDefault(row.personId(), List.of()), now))
                .toList();
    }

    private OwedVisit judged(Row row, List<Told> told, Instant now) {
        List<Contact> within = told.stream()
                .map(Told::contact)
                .filter(contact -> row.window().span().contains(contact.on()))
                .toList();
        WindowState state = WindowState.of(row.window(), within, row.attemptDays(), now, calendar);
        return new OwedVisit(
                row.id(),
                row.number(),
                row.personId(),
                row.tier(),
                row.window(),
                row.extra(),
                row.remindAt(),
                row.makeUpBy(),
                urgency(row, state, now),
                state,
                within);
    }

    private static Urgency urgency(Row row, WindowState state, Instant now) {
        if (row.settled() || state.state() == DueState.MET || state.state() == DueState.CANCELLED) {
            return Urgency.DONE;
        }
        Span span = row.window().span();
        if (!now.isBefore(span.endsAt())) {
            return Urgency.LATE;
        }
        boolean reminded = row.remindAt() != null && !now.isBefore(row.remindAt());
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        boolean soon = !span.end().isAfter(endOfWeek(today));
        return state.state() == DueState.DUE || reminded || soon ? Urgency.DUE : Urgency.LATER;
    }

    private record Told(long personId, Contact contact) {}

    private Map<Long, List<Told>> told(List<Row> rows) {
        LocalDate since = rows.stream()
                .map(row -> row.window().span().start())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Long[] people = rows.stream().map(Row::personId).distinct().toArray(Long[]::new);
        return jdbc
                .query(
                        """
                        select person_id, on_day, mode, outcome from visit_contact
                        where person_id = any(?) and on_day >= ? and withdrawn_at is null
                        order by on_day desc, id desc
                        """,
                        (row, n) -> new Told(
                                row.getLong("person_id"),
                                new Contact(
                                        row.getObject("on_day", LocalDate.class),
                                        ServiceMode.valueOf(row.getString("mode")),
                                        Outcome.valueOf(row.getString("outcome")))),
                        people,
                        since)
                .stream()
                .collect(Collectors.groupingBy(Told::personId));
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        Timestamp remindAt = row.getTimestamp("remind_at");
        return new Row(
                row.getLong("id"),
                row.getString("number"),
                row.getLong("person_id"),
                row.getInt("attempt_days"),
                Tier.valueOf(row.getString("tier")),
                window(row),
                row.getString("extra"),
                remindAt == null ? null : remindAt.toInstant(),
                row.getObject("make_up_by", LocalDate.class),
                row.getTimestamp("settled_at") != null);
    }

    private static Window window(ResultSet row) throws SQLException {
        LocalDate closedOn = row.getObject("closed_on", LocalDate.class);
        String reason = row.getString("close_reason");
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
                closedOn == null
                        ? null
                        : new Closing(
                                closedOn,
                                Closing.Kind.valueOf(row.getString("close_kind")),
                                reason == null ? "" : reason));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The Monday after; what ends then or before is due this week. */
    private static LocalDate endOfWeek(LocalDate today) {
        return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
