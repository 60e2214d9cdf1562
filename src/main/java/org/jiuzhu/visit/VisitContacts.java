package org.jiuzhu.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuzhu.cadence.Contact;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.network.Place;
import org.jiuzhu.servicerecord.RecordFiled;
import org.jiuzhu.servicerecord.RecordWithdrawn;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.visit.VisitReport.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom which record met. Any record about somebody is a contact by its mode on its day; a visit's report says more:
 * for each member, and that it was tried in vain.
 */
@Component
class VisitContacts {

    private final JdbcTemplate jdbc;
    private final People people;
    private final WindowCredits credits;
    private final DataScopes scopes;
    private final Clock clock;

    VisitContacts(JdbcTemplate jdbc, People people, WindowCredits credits, DataScopes scopes, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.credits = credits;
        this.scopes = scopes;
        this.clock = clock;
    }

    private record Row(
            long personId,
            Contact contact,
            @Nullable String finding,
            @Nullable String reason,
            Instant recordedAt,
            String recordedBy,
            String byName,
            boolean inForce) {

        Row saying(RecordFiled record) {
            return new Row(
                    personId,
                    new Contact(record.servedOn(), record.mode(), contact.outcome()),
                    finding,
                    reason,
                    recordedAt,
                    recordedBy,
                    byName,
                    true);
        }
    }

    /** Keeps what a visit's report says of each member. */
    void tell(String number, VisitReport report, Actor by) {
        Instant now = clock.instant();
        scopes.runAsSystem(
                "visit contact",
                () -> insert(
                        number,
                        report.people().stream()
                                .map(told -> row(told, report, by, now))
                                .toList(),
                        now));
    }

    /** A record made elsewhere, or one that says something else now: its contacts follow. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RecordFiled record) {
        scopes.runAsSystem("visit contact", () -> {
            if (!isBeingTold(record)) {
                follow(record);
            }
        });
    }

    /** Nobody was met after all: windows that it met are owed again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RecordWithdrawn record) {
        scopes.runAsSystem("visit contact", () -> {
            List<Row> inForce =
                    ofRecord(record.number()).stream().filter(Row::inForce).toList();
            withdraw(record.number(), clock.instant());
            recount(inForce, List.of());
        });
    }

    private void withdraw(String number, Instant now) {
        jdbc.update(
                "update visit_contact set withdrawn_at = ? where record_number = ? and withdrawn_at is null",
                Timestamp.from(now),
                number);
    }

    /** A report writes its record first and tells its contacts itself. */
    private boolean isBeingTold(RecordFiled record) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from visit_report where reported_by = ? and request_id = ?)",
                Boolean.class,
                record.by().username(),
                record.requestId()));
    }

    private void follow(RecordFiled record) {
        List<Row> all = ofRecord(record.number());
        List<Row> inForce = all.stream().filter(Row::inForce).toList();
        List<Row> wanted = wanted(record, all);
        if (says(inForce).equals(says(wanted))) {
            return;
        }
        Instant now = clock.instant();
        withdraw(record.number(), now);
        insert(record.number(), wanted, now);
        recount(inForce, wanted);
    }

    private void recount(List<Row> before, List<Row> after) {
        Set<Long> whom = new HashSet<>();
        Set<LocalDate> days = new HashSet<>();
        for (List<Row> rows : List.of(before, after)) {
            rows.forEach(row -> {
                whom.add(row.personId());
                days.add(row.contact().on());
            });
        }
        credits.recount(whom, days);
    }

    /** What was told first, by the record's mode and day of now; somebody it was never told of was simply met. */
    private List<Row> wanted(RecordFiled record, List<Row> all) {
        Long about = record.personId();
        if (about == null) {
            return List.of();
        }
        List<Row> first = all.stream()
                .filter(row -> row.recordedAt().equals(all.get(0).recordedAt()))
                .toList();
        if (first.stream().anyMatch(row -> row.personId() == about)) {
            return first.stream().map(row -> row.saying(record)).toList();
        }
        String by = first.isEmpty() ? record.by().username() : first.get(0).recordedBy();
        String name = first.isEmpty() ? record.by().displayName() : first.get(0).byName();
        Contact met = new Contact(record.servedOn(), record.mode(), Outcome.DONE);
        return List.of(new Row(about, met, null, null, clock.instant(), by, name, true));
    }

    private static Map<Long, Contact> says(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(Row::personId, Row::contact));
    }

    private static Row row(Told told, VisitReport report, Actor by, Instant now) {
        return new Row(
                told.personId(),
                new Contact(report.on(), report.mode(), told.outcome()),
                told.finding() == null ? null : told.finding().name(),
                told.refusalReason(),
                now,
                by.username(),
                by.displayName(),
                true);
    }

    private List<Row> ofRecord(String number) {
        return jdbc.query(
                "select * from visit_contact where record_number = ? order by recorded_at, id",
                VisitContacts::read,
                number);
    }

    private static Row read(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getLong("person_id"),
                new Contact(
                        row.getObject("on_day", LocalDate.class),
                        ServiceMode.valueOf(row.getString("mode")),
                        Outcome.valueOf(row.getString("outcome"))),
                row.getString("finding"),
                row.getString("reason"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                row.getString("by_name"),
                row.getTimestamp("withdrawn_at") == null);
    }

    private void insert(String number, List<Row> rows, Instant now) {
        Map<Long, Place> places = people.byIds(rows.stream().map(Row::personId).toList()).stream()
                .collect(Collectors.toMap(Person::id, Person::place));
        jdbc.batchUpdate(
                """
                insert into visit_contact (person_id, record_number, on_day, mode, outcome, finding, reason, recorded_at,
                    recorded_by, by_name, district_code, street_code, point_code)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows.stream().map(row -> values(number, row, now, places::get)).toList());
    }

    private static Object[] values(String number, Row row, Instant now, Function<Long, @Nullable Place> places) {
        Place place = Objects.requireNonNull(places.apply(row.personId()), "Nobody has that number");
        return Arrays.asList(
                        row.personId(),
                        number,
                        row.contact().on(),
                        row.contact().mode().name(),
                        row.contact().outcome().name(),
                        row.finding(),
                        row.reason(),
                        Timestamp.from(now),
                        row.recordedBy(),
                        row.byName(),
                        place.districtCode(),
                        place.streetCode(),
                        place.pointCode())
                .toArray();
    }
}
