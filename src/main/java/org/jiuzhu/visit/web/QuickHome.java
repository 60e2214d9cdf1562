package org.jiuzhu.visit.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiuzhu.doorstay.DoorStay;
import org.jiuzhu.doorstay.DoorStays;
import org.jiuzhu.household.Door;
import org.jiuzhu.household.Doors;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.Member;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.visit.OwedVisit;
import org.jiuzhu.visit.PointVisits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The home of somebody who is visited: everybody there whom a visit may count for. */
@Component
@Transactional(readOnly = true)
class QuickHome {

    private final People people;
    private final Households households;
    private final Doors doors;
    private final PointVisits visits;
    private final DoorStays stays;

    QuickHome(People people, Households households, Doors doors, PointVisits visits, DoorStays stays) {
        this.people = people;
        this.households = households;
        this.doors = doors;
        this.visits = visits;
        this.stays = stays;
    }

    /**
     * @param members those with a window, and the person who was asked for
     * @param owed by person, the most urgent first
     * @param seen the newest contact known of any of them
     * @param checksIn whether one checks in at this door
     */
    record Found(
            Person asked,
            Door door,
            List<Door.Resident> members,
            Map<Long, List<OwedVisit>> owed,
            long seen,
            boolean checksIn) {

        Optional<OwedVisit> leading(long personId) {
            return owed.getOrDefault(personId, List.of()).stream().findFirst();
        }
    }

    /** @throws org.jiuzhu.shared.Refusal NOT_FOUND for somebody outside the scope */
    Found of(long personId) {
        Person asked = people.get(personId);
        List<Long> together = households
                .findHouseholdOf(personId)
                .map(home -> households.members(home).stream()
                        .map(Member::person)
                        .map(Person::id)
                        .toList())
                .orElseGet(() -> List.of(personId));
        Map<Long, List<OwedVisit>> owed = visits.of(together).stream()
                .sorted(HomeToVisit.MOST_URGENT)
                .collect(Collectors.groupingBy(OwedVisit::personId));
        Door door = doors.of(together).get(0);
        return new Found(
                asked,
                door,
                door.residents().stream()
                        .filter(one -> owed.containsKey(one.personId()) || one.personId() == personId)
                        .toList(),
                owed,
                visits.newestContact(together),
                door.householdId() != null
                        && stays.asks(asked.place().orgCode()).isAskedAt(door.safetyFlags()));
    }

    /** Where the reader is behind this very door now. */
    Optional<DoorStay> stay(Found home, String username) {
        return stays.of(username)
                .filter(stay -> Objects.equals(stay.householdId(), home.door().householdId()));
    }
}
