package org.jiuzhu.lead;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.lifecycle.ActiveCases;
import org.jiuzhu.lifecycle.ActiveCases.ActiveCase;
import org.jiuzhu.shared.Batch;
import org.springframework.stereotype.Component;

/**
 * Finds whom a lead speaks of: by identity number, for certain; by name and telephone, or name and address, as
 * somebody to ask about.
 */
@Component
class Matching {

    private final People people;
    private final Households households;
    private final LeadChecks checks;
    private final ActiveCases cases;

    Matching(People people, Households households, LeadChecks checks, ActiveCases cases) {
        this.people = people;
        this.households = households;
        this.checks = checks;
        this.cases = cases;
    }

    private record ByIdNumber(String idNumber) {}

    private record OnRegister(String name) {}

    /** Asks once for all leads of a batch: who has those identity numbers, and which names the register has at all. */
    void lookUp(Collection<Said> all) {
        Set<String> numbers = all.stream()
                .flatMap(said -> checks.idNumber(said.idNumber()).stream())
                .collect(Collectors.toSet());
        Map<String, Person> known = people.byIdNumbers(numbers).stream()
                .collect(Collectors.toMap(person -> String.valueOf(person.idNumber()), Function.identity()));
        numbers.forEach(number -> Batch.know(new ByIdNumber(number), Optional.ofNullable(known.get(number))));
        Set<String> names =
                all.stream().flatMap(said -> Stream.ofNullable(said.name())).collect(Collectors.toSet());
        Set<String> registered = people.namesOnRegister(names);
        names.forEach(name -> Batch.know(new OnRegister(name), registered.contains(name)));
    }

    Optional<Person> certain(Lead lead) {
        return checks.idNumber(lead.said().idNumber())
                .flatMap(number -> Batch.once(new ByIdNumber(number), () -> people.byIdNumber(number)));
    }

    /** Without those who have another identity number than the one said. */
    List<Person> possible(Lead lead) {
        Said said = lead.said();
        if (said.name() == null) {
            return List.of();
        }
        String name = said.name();
        if (!Batch.<Boolean>once(new OnRegister(name), () -> true)) {
            return List.of();
        }
        Stream<Person> byPhone =
                said.phone() == null ? Stream.of() : people.byNameAndPhone(name, said.phone()).stream();
        Stream<Person> byAddress = said.committeeCode() == null || said.road() == null
                ? Stream.of()
                : people.byNameAndAddress(name, said.committeeCode(), said.road()).stream();
        boolean idSaid = checks.idNumber(said.idNumber()).isPresent();
        Map<Long, Person> found = new LinkedHashMap<>();
        Stream.concat(byPhone, byAddress)
                .filter(person -> !idSaid || person.idNumber() == null)
                .forEach(person -> found.put(person.id(), person));
        return List.copyOf(found.values());
    }

    /** The person settled on, or everybody it could still be. */
    List<Person> candidates(Lead lead) {
        Long known = lead.personId();
        if (known != null) {
            return people.byIds(List.of(known));
        }
        Optional<Person> certain = certain(lead);
        if (certain.isPresent()) {
            return List.of(certain.get());
        }
        return lead.isNotDuplicate() ? List.of() : possible(lead);
    }

    /** The households of the candidates, by person. */
    Map<Person, Long> homes(Lead lead) {
        Map<Person, Long> homes = new LinkedHashMap<>();
        for (Person person : candidates(lead)) {
            households.findHouseholdOf(person.id()).ifPresent(home -> homes.put(person, home));
        }
        return homes;
    }

    /** Open cases of those households: household by case. */
    Map<ActiveCase, Long> openCases(Lead lead) {
        Map<ActiveCase, Long> open = new LinkedHashMap<>();
        homes(lead).values().stream().filter(Objects::nonNull).distinct().forEach(home -> cases.of(home)
                .ifPresent(active -> open.put(active, home)));
        return open;
    }
}
