package org.jiuzhu.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuzhu.household.NewHousehold.NewMember;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.IdNumbers;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody comes to a household in one step, on the register already or new to it. */
@Component
@Transactional
public class Arrivals {

    private final People people;
    private final Households households;
    private final Memberships memberships;
    private final IdNumbers idNumbers;
    private final Clock clock;

    Arrivals(People people, Households households, Memberships memberships, IdNumbers idNumbers, Clock clock) {
        this.people = people;
        this.households = households;
        this.memberships = memberships;
        this.idNumbers = idNumbers;
        this.clock = clock;
    }

    /** A household of somebody who is new to the register. */
    public Household found(NewPerson head, @Nullable String road, @Nullable String room, Provenance from, Actor by) {
        Person person = people.register(head, from, by);
        return households.register(new NewHousehold(head.orgCode(), road, room, person.id()));
    }

    /** A household of somebody who is on the register and in none. */
    public Household found(long personId, String orgCode, @Nullable String road, @Nullable String room) {
        return households.register(
                new NewHousehold(orgCode, road, room, people.get(personId).id()));
    }

    /**
     * Whoever has this identity number comes, if that is somebody on the register; otherwise somebody new is registered.
     *
     * @param move whether somebody who is in another household leaves it for this one
     * @throws org.jiuzhu.shared.Refusal CONFLICT if the person is in another household and does not move
     * @throws InvalidInput for {@code name} if the number belongs to somebody of another name
     */
    public long join(
            long householdId,
            NewPerson member,
            Relation relation,
            boolean livesTogether,
            boolean move,
            Provenance from,
            Actor by) {
        Optional<Person> known = known(member.idNumber());
        known.filter(person -> !person.name().equals(member.name().strip())).ifPresent(person -> {
            throw new InvalidInput(FieldProblem.of("name", "household.otherName"));
        });
        long id = known.map(Person::id)
                .orElseGet(() -> people.register(member, from, by).id());
        NewMember as = new NewMember(id, relation, livesTogether);
        if (move
                && memberships
                        .homeOf(id)
                        .filter(home -> home.id() != householdId)
                        .isPresent()) {
            memberships.move(id, as, householdId, LocalDate.now(clock), heir(id), by);
        } else {
            memberships.add(householdId, as, by);
        }
        return id;
    }

    private @Nullable Long heir(long leaving) {
        List<Member> left = memberships.homeOf(leaving).stream()
                .flatMap(home -> households.members(home.id()).stream())
                .filter(member -> member.person().id() != leaving)
                .toList();
        return left.isEmpty() ? null : left.get(0).person().id();
    }

    private Optional<Person> known(@Nullable String idNumber) {
        if (idNumber == null) {
            return Optional.empty();
        }
        try {
            return people.byIdNumber(idNumbers.parse(idNumber).value());
        } catch (InvalidValue wrong) {
            return Optional.empty();
        }
    }
}
