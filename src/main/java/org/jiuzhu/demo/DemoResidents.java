package org.jiuzhu.demo;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewHousehold.NewMember;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.Provenance;
import org.jiuzhu.shared.Actor;
import org.springframework.stereotype.Component;

/** 300 people in 180 households of all categories. Nobody of them exists: identity numbers of region 999999. */
@Component
public class DemoResidents {

    private static final Actor REGISTRAR = Actor.machine(Actor.SYSTEM);

    private final People people;
    private final Households households;
    private final EntityManager entities;

    DemoResidents(People people, Households households, EntityManager entities) {
        this.people = people;
        this.households = households;
        this.entities = entities;
    }

    /** 松鹤街道's 40 people in 25 households; otherwise as {@link #seedDistrict}. */
    public void seed(LocalDate today) {
        settle(songhe(), today);
    }

    /**
     * All five streets. Does nothing where there is anybody; call with a system scope, in one transaction.
     *
     * @param today the first start: what happened to people lies so and so long before it
     */
    public void seedDistrict(LocalDate today) {
        settle(Stream.concat(songhe(), new DemoHomes().all().stream()), today);
    }

    private static Stream<Home> songhe() {
        return Stream.of(HemingHomes.all(), ZhuxiHomes.all()).flatMap(List::stream);
    }

    private void settle(Stream<Home> homes, LocalDate today) {
        if (people.count("") == 0) {
            homes.forEach(home -> settle(home, today));
        }
    }

    private void settle(Home home, LocalDate today) {
        var members = new ArrayList<NewMember>();
        for (Resident resident : home.members()) {
            Person person = people.register(
                    resident.asOf(today, home.pointCode()),
                    new Provenance(resident.source(), today.minusMonths(resident.knownMonthsAgo())),
                    REGISTRAR);
            resident.changes()
                    .forEach(change -> people.recordChange(
                            person.id(), change.kind(), today.minusMonths(change.monthsAgo()), null));
            members.add(new NewMember(person.id(), resident.relation(), true));
        }
        Household household =
                households.register(new NewHousehold(home.pointCode(), home.road(), home.room(), members));
        if (!home.flags().isEmpty()) {
            households.flag(household.id(), home.flags());
        }
        // Otherwise each question would first look whether any of those already settled has changed.
        entities.flush();
        entities.clear();
    }
}
