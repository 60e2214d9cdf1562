package org.jiuzhu.lifeevent;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jiuzhu.household.Departure;
import org.jiuzhu.household.Relation;
import org.jiuzhu.household.Standing;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;

/** Somebody's death as it was reported, what it changed in the household, and what became of the report. */
@Entity
public class DeathReport {

    public enum Source {
        FAMILY,
        NEIGHBOUR,
        COMMITTEE,
        HOSPITAL,
        POLICE,
        FUNERAL_HOME,
        PLATFORM
    }

    public enum State {
        REPORTED,
        CONFIRMED,
        REVERSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Column
    private String number;

    private long personId;
    private long householdId;

    @Column
    private LocalDate diedOn;

    @Enumerated(EnumType.STRING)
    private Source source;

    @Convert(converter = EncryptedText.class)
    private @Nullable String note;

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    private Standing stoodAs;

    private boolean survivors;
    private boolean wasHead;
    private @Nullable Long successorId;

    @Enumerated(EnumType.STRING)
    private @Nullable Relation successorWas;

    @Column
    private String reportedBy;

    @Column
    private Instant reportedAt;

    private @Nullable String settledBy;
    private @Nullable Instant settledAt;

    @Convert(converter = EncryptedText.class)
    private @Nullable String reversalReason;

    @Embedded
    private Place place;

    @ForJpa
    protected DeathReport() {}

    DeathReport(
            String number,
            long personId,
            LocalDate diedOn,
            Source source,
            @Nullable String note,
            Departure departure,
            Place place,
            String reportedBy,
            Instant reportedAt) {
        this.number = number;
        this.personId = personId;
        this.householdId = departure.householdId();
        this.diedOn = diedOn;
        this.source = source;
        this.note = note;
        this.state = State.REPORTED;
        this.stoodAs = departure.stoodAs();
        this.survivors = departure.survivors();
        this.wasHead = departure.wasHead();
        this.successorId = departure.successorId();
        this.successorWas = departure.successorWas();
        this.place = place;
        this.reportedBy = reportedBy;
        this.reportedAt = reportedAt;
    }

    void confirmed(String by, Instant at) {
        if (state != State.REPORTED) {
            throw new Refusal(Refusal.Kind.CONFLICT, "lifeevent.death.settled");
        }
        settle(State.CONFIRMED, by, at);
    }

    void reversed(String reason, String by, Instant at) {
        if (state == State.REVERSED) {
            throw new Refusal(Refusal.Kind.CONFLICT, "lifeevent.death.settled");
        }
        reversalReason = reason;
        settle(State.REVERSED, by, at);
    }

    private void settle(State end, String by, Instant at) {
        state = end;
        settledBy = by;
        settledAt = at;
    }

    public long id() {
        return id;
    }

    public String number() {
        return number;
    }

    public long personId() {
        return personId;
    }

    public long householdId() {
        return householdId;
    }

    public LocalDate diedOn() {
        return diedOn;
    }

    public Source source() {
        return source;
    }

    public @Nullable String note() {
        return note;
    }

    public State state() {
        return state;
    }

    public Departure departure() {
        return new Departure(householdId, stoodAs, survivors, wasHead, successorId, successorWas);
    }

    public Place place() {
        return place;
    }

    public TaskSubject subject() {
        return new TaskSubject(
                number,
                householdId,
                personId,
                null,
                null,
                place.districtCode(),
                place.streetCode(),
                place.pointCode(),
                null,
                Urgency.NORMAL);
    }
}
