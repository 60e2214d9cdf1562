package org.jiuzhu.doorstay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.CaseRules;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Numbers;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Checking in and out at doors that the register has flagged (CS 四(二)): who is missed is looked after. */
@Component
@Transactional
public class DoorStays {

    private final JdbcTemplate jdbc;
    private final Households households;
    private final CaseRules rules;
    private final Numbers numbers;
    private final EncryptedText encryption;
    private final DataScopes scopes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DoorStays(
            JdbcTemplate jdbc,
            Households households,
            CaseRules rules,
            Numbers numbers,
            EncryptedText encryption,
            DataScopes scopes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.households = households;
        this.rules = rules;
        this.numbers = numbers;
        this.encryption = encryption;
        this.scopes = scopes;
        this.events = events;
        this.clock = clock;
    }

    /** At which doors of a place one checks in. */
    public CheckIn asks(String orgCode) {
        return CheckIn.valueOf(rules.ruling(orgCode, "checkInAt").text("value"));
    }

    /** When it is told further that nobody has looked after somebody who is missed from now on. */
    public Instant toldFurtherAt(String orgCode) {
        return clock.instant()
                .plus(Duration.ofMinutes(
                        rules.ruling(orgCode, "lookAfterMinutes").number("value")));
    }

    /** How long one may stay behind a door of a place, in minutes. */
    public int minutes(String orgCode) {
        return rules.ruling(orgCode, "checkOutMinutes").number("value");
    }

    /**
     * Somebody goes in. Checking in again at the same door changes nothing.
     *
     * @param personId whom the visit is for
     * @throws Refusal NOT_FOUND outside the actor's scope, CONFLICT for somebody who has not come out elsewhere,
     *     FORBIDDEN for an account that may not act
     */
    public DoorStay checkIn(long personId, Actor by) {
        if (!by.mayAct()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "doorstay.mayNot");
        }
        Household home = households.get(households.householdOf(personId));
        Optional<DoorStay> inside = of(by.username());
        if (inside.isPresent()) {
            if (inside.get().householdId() == home.id()) {
                return inside.get();
            }
            throw new Refusal(Refusal.Kind.CONFLICT, "doorstay.elsewhere");
        }
        Instant now = clock.instant();
        Place place = home.place();
        Instant expected = now.plus(Duration.ofMinutes(minutes(place.orgCode())));
        String number = numbers.next(Numbers.Kind.SM);
        int written = jdbc.update(
                """
                insert into visit_stay (number, person_id, household_id, username, by_name, in_at, expected_at,
                    district_code, street_code, point_code)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                number,
                personId,
                home.id(),
                by.username(),
                by.displayName(),
                Timestamp.from(now),
                Timestamp.from(expected),
                place.districtCode(),
                place.streetCode(),
                place.pointCode());
        if (written == 0) {
            throw new Refusal(Refusal.Kind.CONFLICT, "doorstay.elsewhere");
        }
        DoorStay stay = of(by.username()).orElseThrow();
        events.publishEvent(new DoorChecked.In(number, stay.id(), place.orgCode(), expected));
        return stay;
    }

    /** Somebody comes out; who is outside already stays so. */
    public void checkOut(Actor by) {
        of(by.username()).ifPresent(stay -> {
            scopes.runAsSystem("own stay", () -> leave(stay.id(), by, null, null));
            events.publishEvent(new DoorChecked.Out(stay.number()));
        });
    }

    /**
     * Whoever has told of a visit to the home behind that door, made on the day they went in, is not behind it any more.
     *
     * @param personId whom they visited
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void visited(long personId, LocalDate on, Actor by) {
        scopes.runAsSystem("door stay", () -> of(by.username())
                .filter(stay -> on.equals(LocalDate.ofInstant(stay.inAt(), WorkCalendar.ZONE)))
                .filter(stay -> lives(personId, stay))
                .ifPresent(stay -> checkOut(by)));
    }

    private boolean lives(long personId, DoorStay stay) {
        return households
                .findHouseholdOf(personId)
                .filter(home -> home == stay.householdId())
                .isPresent();
    }

    /**
     * Somebody was missed, and this is what whoever looked after them found.
     *
     * @param note what was done, not blank
     */
    public void lookedAfter(long stayId, DoorStay.Found found, String note, Actor by) {
        leave(stayId, by, found, note);
    }

    private void leave(long stayId, Actor by, DoorStay.@Nullable Found found, @Nullable String note) {
        jdbc.update(
                "update visit_stay set out_at = ?, out_by = ?, found = ?, note = ? where id = ? and out_at is null",
                Timestamp.from(clock.instant()),
                by.username(),
                found == null ? null : found.name(),
                encryption.convertToDatabaseColumn(note),
                stayId);
    }

    /** Where somebody is inside now; one's own stay is seen by whoever sees no home beside it. */
    @Transactional(readOnly = true)
    public Optional<DoorStay> of(String username) {
        return scopes.asSystem(
                "own stay", () -> jdbc
                        .query(
                                "select * from visit_stay where username = ? and out_at is null",
                                DoorStays::row,
                                username)
                        .stream()
                        .findFirst());
    }

    /** Who is inside at a point's doors now, the longest first. */
    @Transactional(readOnly = true)
    public List<DoorStay> at(Place place) {
        return jdbc.query(
                """
                select * from visit_stay
                where street_code = ? and point_code is not distinct from ? and out_at is null order by in_at
                """,
                DoorStays::row,
                place.streetCode(),
                place.pointCode());
    }

    /** @throws Refusal NOT_FOUND also outside the actor's scope */
    @Transactional(readOnly = true)
    public DoorStay get(long stayId) {
        return jdbc.query("select * from visit_stay where id = ?", DoorStays::row, stayId).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "doorstay.notFound"));
    }

    /** What the task to look after somebody carries. */
    @Transactional(readOnly = true)
    public TaskSubject subject(long stayId) {
        DoorStay stay = get(stayId);
        return households.subject(stay.number(), stay.householdId(), null, Urgency.EMERGENCY);
    }

    private static DoorStay row(ResultSet row, int n) throws SQLException {
        Timestamp out = row.getTimestamp("out_at");
        return new DoorStay(
                row.getLong("id"),
                row.getString("number"),
                row.getLong("person_id"),
                row.getLong("household_id"),
                row.getString("username"),
                row.getString("by_name"),
                row.getTimestamp("in_at").toInstant(),
                row.getTimestamp("expected_at").toInstant(),
                out == null ? null : out.toInstant());
    }
}
