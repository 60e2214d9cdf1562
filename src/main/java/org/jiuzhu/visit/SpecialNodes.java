package org.jiuzhu.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.database.DataScopes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The district's calendar of special nodes. A node is entered before it begins or on its first day, and taken back, never
 * changed: what was owed on days that are over stays owed. What people owe follows in the same transaction.
 */
@Component
@Transactional
public class SpecialNodes {

    /** Longer than the longest holiday; more is a slip in a date [A]. */
    public static final int MOST_DAYS = 31;

    public static final int LONGEST_NAME = 60;

    /** Why the windows of a node that was taken back are closed. */
    static final String REMOVED = "NODE_REMOVED";

    private static final Set<String> KEEPERS = Set.of("districtSupervisor", "administrator");

    private final JdbcTemplate jdbc;
    private final DataScopes scopes;
    private final ApplicationEventPublisher events;
    private final VisitRounds rounds;
    private final Clock clock;

    SpecialNodes(
            JdbcTemplate jdbc, DataScopes scopes, ApplicationEventPublisher events, VisitRounds rounds, Clock clock) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.events = events;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** @param last the last day, inclusive */
    public record NewNode(@Nullable String name, @Nullable LocalDate first, @Nullable LocalDate last) {}

    public static boolean mayKeep(Actor actor, String districtCode) {
        return districtCode.equals(actor.orgCode()) && actor.roles().stream().anyMatch(KEEPERS::contains);
    }

    /** All that were ever entered, the latest first. */
    @Transactional(readOnly = true)
    public List<SpecialNode> of(String districtCode) {
        return jdbc.query(
                "select * from special_node where district_code = ? order by start_on desc, id desc",
                SpecialNodes::node,
                districtCode);
    }

    /** The days in force as far as they were known at a moment, in their order: what a past day was asked with. */
    @Transactional(readOnly = true)
    public List<Span> knownAt(String districtCode, Instant moment) {
        return jdbc.query(
                """
                select start_on, least(end_on, removed_on) as end_on from (
                  select start_on, end_on,
                    case when removed_at <= ? then (removed_at at time zone 'Asia/Shanghai')::date end as removed_on
                  from special_node where district_code = ? and recorded_at <= ?) known
                where removed_on is null or start_on < removed_on order by start_on
                """,
                SpecialNodes::span,
                Timestamp.from(moment),
                districtCode,
                Timestamp.from(moment));
    }

    /** How many people of the thread's scope are contacted daily while a node lasts. */
    @Transactional(readOnly = true)
    public int peopleConcerned(String districtCode) {
        Integer count = jdbc.queryForObject(
                "select count(distinct person_id) from visit_owed where on_node and district_code = ?",
                Integer.class,
                districtCode);
        return count == null ? 0 : count;
    }

    /**
     * Enters a node; from its first day, everybody whose plan says so owes a contact every day.
     *
     * @throws InvalidInput for a day before today, days the wrong way round or too many, or days of another node
     * @throws Refusal FORBIDDEN for anybody but the district's supervisor or administrator
     */
    public long add(String districtCode, NewNode asked, Actor by) {
        mustKeep(districtCode, by);
        Span span = checked(asked);
        String name = String.valueOf(asked.name()).strip();
        return scopes.asSystem("special node", () -> {
            lock();
            mustBeFree(districtCode, span);
            Long id = jdbc.queryForObject(
                    """
                    insert into special_node (district_code, name, start_on, end_on, recorded_at, recorded_by)
                    values (?, ?, ?, ?, ?, ?) returning id
                    """,
                    Long.class,
                    districtCode,
                    name,
                    span.start(),
                    span.end(),
                    Timestamp.from(clock.instant()),
                    by.username());
            jdbc.update(
                    """
                    update visit_owed o set from_on = greatest(?, s.from_on) from visit_step s
                    where s.id = o.step_id and o.on_node and o.district_code = ? and s.from_on < ?
                      and (o.from_on is null or o.from_on > ?)
                    """,
                    span.start(),
                    districtCode,
                    span.end(),
                    span.start());
            if (!span.start().isAfter(LocalDate.now(clock))) {
                rounds.request(VisitRounds.Kind.CHANGE, by);
            }
            return id == null ? 0 : id;
        });
    }

    /**
     * Takes a node back from today on: what is open of it is cancelled and not missed. Again changes nothing.
     *
     * @throws Refusal NOT_FOUND for a node of nobody's or another district, UNPROCESSABLE for one that is over
     */
    public void remove(long id, Actor by) {
        SpecialNode node = get(id);
        mustKeep(node.districtCode(), by);
        if (node.isRemoved()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        if (node.isOverOn(today)) {
            throw new Refusal(Refusal.Kind.UNPROCESSABLE, "visit.node.over");
        }
        scopes.runAsSystem("special node", () -> {
            lock();
            jdbc.update(
                    "update special_node set removed_at = ?, removed_by = ? where id = ? and removed_at is null",
                    Timestamp.from(clock.instant()),
                    by.username(),
                    id);
            cancel(node, today);
            jdbc.update(
                    """
                    update visit_owed set from_on = jiuzhu_node_day(district_code, from_on)
                    where on_node and district_code = ? and from_on >= ? and from_on >= ? and from_on < ?
                    """,
                    node.districtCode(),
                    node.span().start(),
                    today,
                    node.span().end());
        });
    }

    /** What is met stays met; the process of every other window ends. */
    private void cancel(SpecialNode node, LocalDate today) {
        jdbc.query(
                        """
                        update visit_window set closed_on = greatest(?, owed_from), close_kind = 'CANCELLED', close_reason = ?,
                          settled_at = ?, settled_as = 'CANCELLED'
                        where on_node and closed_on is null and settled_at is null and district_code = ?
                          and start_on >= ? and start_on >= ? and start_on < ?
                        returning id, number
                        """,
                        (row, n) -> new WindowSettled(
                                row.getLong("id"), row.getString("number"), WindowSettled.As.CANCELLED),
                        today,
                        REMOVED,
                        Timestamp.from(clock.instant()),
                        node.districtCode(),
                        node.span().start(),
                        today,
                        node.span().end())
                .forEach(events::publishEvent);
    }

    /** Nobody's plan changes meanwhile: whoever changes one takes what is owed first, before any window. */
    private void lock() {
        jdbc.execute("lock table visit_owed in exclusive mode");
    }

    private SpecialNode get(long id) {
        return jdbc.query("select * from special_node where id = ?", SpecialNodes::node, id).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "visit.node.notFound"));
    }

    private static void mustKeep(String districtCode, Actor by) {
        if (!mayKeep(by, districtCode)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "visit.node.mayNotKeep");
        }
    }

    private Span checked(NewNode asked) {
        var problems = new Problems();
        String name = asked.name() == null ? "" : asked.name().strip();
        LocalDate first = asked.first();
        LocalDate last = asked.last();
        if (name.isEmpty()) {
            problems.add("name", "visit.node.name.required");
        } else if (name.length() > LONGEST_NAME) {
            problems.add("name", "visit.node.name.long", LONGEST_NAME);
        }
        if (first == null) {
            problems.add("first", "visit.node.first.required");
        } else if (first.isBefore(LocalDate.now(clock))) {
            problems.add("first", "visit.node.first.past");
        }
        if (last == null) {
            problems.add("last", "visit.node.last.required");
        } else if (first != null && last.isBefore(first)) {
            problems.add("last", "visit.node.last.early");
        } else if (first != null && !last.isBefore(first.plusDays(MOST_DAYS))) {
            problems.add("last", "visit.node.last.late", MOST_DAYS);
        }
        problems.check();
        return new Span(
                Objects.requireNonNull(first), Objects.requireNonNull(last).plusDays(1));
    }

    private void mustBeFree(String districtCode, Span span) {
        jdbc
                .queryForList(
                        "select name from special_node_span where district_code = ? and start_on < ? and end_on > ?",
                        String.class,
                        districtCode,
                        span.end(),
                        span.start())
                .stream()
                .findFirst()
                .ifPresent(other -> {
                    throw new InvalidInput(FieldProblem.of("first", "visit.node.overlaps", other));
                });
    }

    private static Span span(ResultSet row, int number) throws SQLException {
        return new Span(row.getObject("start_on", LocalDate.class), row.getObject("end_on", LocalDate.class));
    }

    private static SpecialNode node(ResultSet row, int number) throws SQLException {
        return new SpecialNode(
                row.getLong("id"),
                row.getString("district_code"),
                row.getString("name"),
                span(row, number),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                instant(row.getTimestamp("removed_at")),
                row.getString("removed_by"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
