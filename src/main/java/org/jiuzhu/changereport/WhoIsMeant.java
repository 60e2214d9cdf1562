package org.jiuzhu.changereport;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.shared.IdNumbers;
import org.jiuzhu.shared.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds whom a report is about, as far as the thread's scope sees: for certain by id or identity number alone. */
@Component
class WhoIsMeant {

    private final People people;
    private final Households households;
    private final IdNumbers idNumbers;

    WhoIsMeant(People people, Households households, IdNumbers idNumbers) {
        this.people = people;
        this.households = households;
        this.idNumbers = idNumbers;
    }

    /** Only somebody who lives in a household: without one there is nothing the change could be about. */
    Optional<Person> certain(NewChangeReport told) {
        Optional<Person> person = told.personId() != null
                ? Optional.of(people.get(told.personId()))
                : idNumber(told.idNumber()).flatMap(people::byIdNumber);
        return person.filter(found -> households.findHouseholdOf(found.id()).isPresent());
    }

    /** Whom it may be about, without those who have another identity number than the one told. */
    List<Long> possible(NewChangeReport told) {
        if (told.name() == null) {
            return List.of();
        }
        boolean idTold = idNumber(told.idNumber()).isPresent();
        Set<Long> found = new LinkedHashSet<>();
        if (told.phone() != null) {
            found.addAll(ids(people.byNameAndPhone(told.name(), told.phone()), idTold));
        }
        people.search(told.name(), null).people().stream()
                .filter(card -> card.name().equals(told.name()))
                .filter(card -> !idTold || card.idNumber() == null)
                .filter(card -> card.householdId() != null)
                .forEach(card -> found.add(card.id()));
        return List.copyOf(found);
    }

    private static List<Long> ids(List<Person> people, boolean idTold) {
        return people.stream()
                .filter(person -> !idTold || person.idNumber() == null)
                .map(Person::id)
                .toList();
    }

    private Optional<String> idNumber(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(idNumbers.parse(text).value());
        } catch (InvalidValue unreadable) {
            return Optional.empty();
        }
    }
}
