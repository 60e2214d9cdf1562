package org.jiuzhu.household;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who stands how, where they belong, and what a death or a move makes of a household. */
@Component
@Transactional
public class Standings {

    private final PersonRows people;
    private final HouseholdRows households;
    private final MembershipRows memberships;
    private final EntityManager entities;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    Standings(
            PersonRows people,
            HouseholdRows households,
            MembershipRows memberships,
            EntityManager entities,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events) {
        this.people = people;
        this.households = households;
        this.memberships = memberships;
        this.entities = entities;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * The record is locked; who survives goes on under a head, by default the spouse, else whoever joined first.
     *
     * @param chosen the new head, if the dead person was one
     * @throws Refusal CONFLICT if the person's death is recorded already, UNPROCESSABLE if nobody of that id survives
     */
    public Departure died(long personId, LocalDate on, @Nullable Long chosen) {
        Person person = person(personId);
        person.mustNotBeLocked();
        Membership own = membership(personId);
        Household household = household(own.householdId());
        List<Membership> survivors = memberships.findByHouseholdIdAndToOnIsNullOrderById(household.id()).stream()
                .filter(other -> other.personId() != personId && isActive(other.personId()))
                .toList();
        Standing stoodAs = person.standing();
        stand(person, Standing.DECEASED, FactsChanged.DEATH, on);
        if (survivors.isEmpty()) {
            return new Departure(household.id(), stoodAs, false, household.headPersonId() == personId, null, null);
        }
        own.end(on.isBefore(own.fromOn()) ? own.fromOn() : on, EndReason.DIED);
        memberships.saveAndFlush(own);
        if (household.headPersonId() != personId) {
            return new Departure(household.id(), stoodAs, true, false, null, null);
        }
        Membership successor = successor(survivors, chosen);
        Relation was = successor.relation();
        become(successor, Relation.HEAD);
        household.headedBy(successor.personId());
        households.save(household);
        return new Departure(household.id(), stoodAs, true, true, successor.personId(), was);
    }

    private static Membership successor(List<Membership> survivors, @Nullable Long chosen) {
        return survivors.stream()
                .filter(other -> chosen == null || other.personId() == chosen)
                .min(Comparator.comparing((Membership other) -> other.relation() != Relation.SPOUSE)
                        .thenComparing(Membership::id))
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNPROCESSABLE, "household.noSuchSurvivor"));
    }

    /** A false report: standing, membership and head are what they were. */
    public void lives(long personId, Departure departure) {
        stand(person(personId), departure.stoodAs(), FactsChanged.REVERSED);
        memberships
                .findFirstByPersonIdAndHouseholdIdOrderByIdDesc(personId, departure.householdId())
                .ifPresent(own -> {
                    own.goesOn();
                    memberships.saveAndFlush(own);
                });
        Household household = household(departure.householdId());
        if (departure.wasHead() && Objects.equals(departure.successorId(), household.headPersonId())) {
            become(membership(household.headPersonId()), Objects.requireNonNull(departure.successorWas()));
            household.headedBy(personId);
            households.save(household);
        }
    }

    /**
     * Household, members and everything that belongs to them goes to another place; the address too where it is known.
     * Whatever was read before in this transaction is read anew afterwards.
     */
    public void moved(long householdId, Place to, @Nullable String road, @Nullable String room) {
        if (road != null) {
            Household household = household(householdId);
            household.movedTo(road, room == null ? "" : room);
            households.save(household);
        }
        entities.flush();
        List<Long> moving = jdbc.queryForList("select * from unnest(jiuzhu_movers(?))", Long.class, householdId);
        jdbc.query(
                "select jiuzhu_relocate(?, ?, ?, ?)",
                row -> {},
                householdId,
                to.districtCode(),
                to.streetCode(),
                to.pointCode());
        entities.clear();
        moving.forEach(person -> events.publishEvent(new FactsChanged(person, FactsChanged.MOVED)));
    }

    private void stand(Person person, Standing standing, String why) {
        stand(person, standing, why, null);
    }

    private void stand(Person person, Standing standing, String why, @Nullable LocalDate since) {
        person.standAs(standing);
        people.save(person);
        events.publishEvent(new FactsChanged(person.id(), why, since));
    }

    /**
     * Wants no visits until further notice.
     *
     * @throws Refusal CONFLICT where the person's record is locked
     */
    public void optsOut(long personId) {
        Person person = person(personId);
        person.mustNotBeLocked();
        stand(person, Standing.OPTED_OUT, FactsChanged.OPTED_OUT);
    }

    /** Visits are welcome again; for whoever never opted out nothing changes. */
    public void wantsVisitsAgain(long personId) {
        Person person = person(personId);
        if (person.standing() == Standing.OPTED_OUT) {
            stand(person, Standing.ACTIVE, FactsChanged.RESUMED);
        }
    }

    private void become(Membership member, Relation relation) {
        member.become(relation);
        memberships.saveAndFlush(member);
    }

    private boolean isActive(long personId) {
        return Optional.ofNullable(people.findById(personId).orElse(null))
                .map(person -> person.standing() != Standing.DECEASED)
                .orElse(false);
    }

    private Person person(long id) {
        return people.findById(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "person.notFound"));
    }

    private Household household(long id) {
        return households.findById(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "household.notFound"));
    }

    private Membership membership(long personId) {
        return memberships.findByPersonIdInAndToOnIsNullOrderById(List.of(personId)).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "household.notFound"));
    }
}
