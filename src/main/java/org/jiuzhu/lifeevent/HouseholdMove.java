package org.jiuzhu.lifeevent;

import jakarta.persistence.AttributeOverride;
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
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;

/** A household on its way from one point to another. Both sides read it: who comes, when and why, and no more. */
@Entity
public class HouseholdMove {

    public enum State {
        PROPOSED,
        AGREED,
        REFUSED,
        WITHDRAWN,
        DONE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Column
    private String number;

    private long householdId;

    @Column
    private String fromOrg;

    @Column
    private String toOrg;

    @Column
    private LocalDate moveOn;

    @Convert(converter = EncryptedText.class)
    private String reason;

    private @Nullable String road;

    @Convert(converter = EncryptedText.class)
    private @Nullable String room;

    @Convert(converter = EncryptedText.class)
    private String briefName;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column
    private String proposedBy;

    @Column
    private Instant proposedAt;

    private @Nullable String outBy;
    private @Nullable String inBy;
    private @Nullable String refusedBy;

    @Convert(converter = EncryptedText.class)
    private @Nullable String refusal;

    private @Nullable Instant doneAt;

    @Embedded
    private Place place;

    @Embedded
    @AttributeOverride(name = "districtCode", column = @Column(name = "to_district"))
    @AttributeOverride(name = "streetCode", column = @Column(name = "to_street"))
    @AttributeOverride(name = "pointCode", column = @Column(name = "to_point"))
    private Place toPlace;

    @ForJpa
    protected HouseholdMove() {}

    HouseholdMove(
            String number,
            long householdId,
            String headName,
            Place from,
            Place to,
            NewMove asked,
            String proposedBy,
            Instant proposedAt) {
        this.number = number;
        this.householdId = householdId;
        this.briefName = headName;
        this.place = from;
        this.toPlace = to;
        this.fromOrg = from.orgCode();
        this.toOrg = to.orgCode();
        this.moveOn = asked.on();
        this.reason = asked.reason();
        this.road = asked.road();
        this.room = asked.room();
        this.state = State.PROPOSED;
        this.proposedBy = proposedBy;
        this.proposedAt = proposedAt;
    }

    /**
     * What the losing side says.
     *
     * @param on the first day at the new place
     */
    public record NewMove(String toOrg, LocalDate on, String reason, @Nullable String road, @Nullable String room) {}

    void confirmedOut(String by) {
        require(State.PROPOSED);
        outBy = by;
        if (isWithinStreet()) {
            state = State.AGREED;
        }
    }

    void confirmedIn(String by) {
        require(State.PROPOSED);
        inBy = by;
        state = State.AGREED;
    }

    void refused(String why, String by) {
        require(State.PROPOSED);
        refusal = why;
        refusedBy = by;
        state = State.REFUSED;
    }

    void withdrawn() {
        if (state != State.PROPOSED && state != State.AGREED) {
            throw new Refusal(Refusal.Kind.CONFLICT, "lifeevent.move.settled");
        }
        state = State.WITHDRAWN;
    }

    void done(Instant at) {
        require(State.AGREED);
        doneAt = at;
        state = State.DONE;
    }

    private void require(State expected) {
        if (state != expected) {
            throw new Refusal(Refusal.Kind.CONFLICT, "lifeevent.move.settled");
        }
    }

    /** One station is both sides: it is asked once. */
    public boolean isWithinStreet() {
        return place.streetCode().equals(toPlace.streetCode());
    }

    public long id() {
        return id;
    }

    public String number() {
        return number;
    }

    public long householdId() {
        return householdId;
    }

    public String fromOrg() {
        return fromOrg;
    }

    public String toOrg() {
        return toOrg;
    }

    public LocalDate moveOn() {
        return moveOn;
    }

    public String reason() {
        return reason;
    }

    public @Nullable String road() {
        return road;
    }

    public @Nullable String room() {
        return room;
    }

    public String briefName() {
        return briefName;
    }

    public State state() {
        return state;
    }

    public Place from() {
        return place;
    }

    public Place to() {
        return toPlace;
    }

    /** For the side that has the household. */
    public TaskSubject leaving() {
        return subject(householdId, place);
    }

    /** For the side that gets it: nothing there names a household it may not see yet. */
    public TaskSubject coming() {
        return subject(null, toPlace);
    }

    /** Once it is there. */
    TaskSubject arrived() {
        return subject(householdId, toPlace);
    }

    private TaskSubject subject(@Nullable Long household, Place at) {
        return new TaskSubject(
                number,
                household,
                null,
                null,
                null,
                at.districtCode(),
                at.streetCode(),
                at.pointCode(),
                null,
                Urgency.NORMAL);
    }
}
