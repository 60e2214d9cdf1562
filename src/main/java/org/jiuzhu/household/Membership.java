package org.jiuzhu.household;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.ForJpa;
import org.jspecify.annotations.Nullable;

/** Somebody in a household, from a day to a day. */
@Entity
@Table(name = "household_member")
class Membership {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long householdId;

    private long personId;

    @Enumerated(EnumType.STRING)
    private Relation relation;

    private boolean livesTogether;

    @Column
    private LocalDate fromOn;

    private @Nullable LocalDate toOn;

    @Enumerated(EnumType.STRING)
    private @Nullable EndReason endReason;

    @Embedded
    private Place place;

    @ForJpa
    protected Membership() {}

    Membership(Household household, NewHousehold.NewMember member, LocalDate fromOn) {
        this.householdId = household.id();
        this.place = household.place();
        this.personId = member.personId();
        this.relation = member.relation();
        this.livesTogether = member.livesTogether();
        this.fromOn = fromOn;
    }

    /** It had not ended after all. */
    void goesOn() {
        this.toOn = null;
        this.endReason = null;
    }

    void become(Relation now) {
        this.relation = now;
    }

    long id() {
        return id;
    }

    long householdId() {
        return householdId;
    }

    long personId() {
        return personId;
    }

    Relation relation() {
        return relation;
    }

    boolean livesTogether() {
        return livesTogether;
    }

    LocalDate fromOn() {
        return fromOn;
    }

    void end(LocalDate on, EndReason reason) {
        this.toOn = on;
        this.endReason = reason;
    }

    MembershipLine line() {
        return new MembershipLine(householdId, personId, relation, livesTogether, fromOn, toOn, endReason);
    }

    boolean isCurrent() {
        return toOn == null;
    }
}
