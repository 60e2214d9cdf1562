package org.jiuzhu.lead;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.lifecycle.ActiveCases;
import org.jiuzhu.lifecycle.ActiveCases.ActiveCase;
import org.jiuzhu.shared.Batch;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Finds whom a lead speaks of: by identity number, for certain; by name and telephone, or name and address, as
 * somebody to ask about.
 */
@Component
class Matching {

    private static final int MOST_ALIKE = 10;

    private final People people;
    private final Households households;
    private final LeadChecks checks;
    private final ActiveCases cases;
    private final LeadRepository leads;

    Matching(People people, Households households, LeadChecks checks, ActiveCases cases, LeadRepository leads) {
        this.people = people;
        this.households = households;
        this.checks = checks;
        this.cases = cases;
        this.leads = leads;
    }

    private record ByIdNumber(String idNumber) {}

    private record OnRegister(String name) {}

    private record InHandWithoutNumber(String nameHash) {}

    private record HomeOf(long personId) {}

    /** Asks once for all leads of a batch: who has those numbers, where they live, and which names are known at all. */
    void lookUp(Collection<Said> all) {
        Set<String> numbers = all.stream()
                .flatMap(said -> checks.idNumber(said.idNumber()).stream())
                .collect(Collectors.toSet());
        Map<String, Person> known = people.byIdNumbers(numbers).stream()
                .collect(Collectors.toMap(person -> String.valueOf(person.idNumber()), Function.identity()));
        numbers.forEach(number -> Batch.know(new ByIdNumber(number), Optional.ofNullable(known.get(number))));
        Map<Long, Household> homes =
                households.ofPeople(known.values().stream().map(Person::id).toList());
        known.values()
                .forEach(person -> Batch.know(
                        new HomeOf(person.id()),
                        Optional.ofNullable(homes.get(person.id())).map(Household::id)));
        Set<String> names =
                all.stream().flatMap(said -> Stream.ofNullable(said.name())).collect(Collectors.toSet());
        Set<String> registered = people.namesOnRegister(names);
        names.forEach(name -> Batch.know(new OnRegister(name), registered.contains(name)));
        lookUpLeads(all.stream().map(checks::hashes).toList());
    }

    private void lookUpLeads(List<SaidColumns.Hashes> all) {
        Set<String> names =
                all.stream().flatMap(said -> Stream.ofNullable(said.name())).collect(Collectors.toSet());
        Set<String> without = new HashSet<>(names.isEmpty() ? Set.of() : leads.namesWithoutNumber(names));
        all.stream()
                .filter(said -> said.idNumber() == null)
                .flatMap(said -> Stream.ofNullable(said.name()))
                .forEach(without::add);
        names.forEach(name -> Batch.know(new InHandWithoutNumber(name), without.contains(name)));
    }

    Optional<Person> certain(Lead lead) {
        return certain(lead.said());
    }

    private Optional<Person> certain(Said said) {
        return checks.idNumber(said.idNumber())
                .flatMap(number -> Batch.once(new ByIdNumber(number), () -> people.byIdNumber(number)));
    }

    Optional<String> idNumber(Lead lead) {
        return checks.idNumber(lead.said().idNumber());
    }

    Optional<Long> homeOf(Person person) {
        return Batch.once(new HomeOf(person.id()), () -> households.findHouseholdOf(person.id()));
    }

    /** Other leads in hand that may speak of the same person: one name and telephone, or name and road, and not both with a number. */
    List<Lead> alike(Lead lead) {
        SaidColumns.Hashes hashes = lead.hashes();
        String name = hashes.name();
        Said said = lead.said();
        boolean identified = hashes.idNumber() != null;
        if (name == null
                || lead.isNotDuplicate()
                || hashes.phone() == null && said.road() == null
                || identified && !Batch.<Boolean>once(new InHandWithoutNumber(name), () -> true)) {
            return List.of();
        }
        return leads
                .alike(
                        lead.id(),
                        name,
                        identified,
                        hashes.phone(),
                        said.road() == null ? null : said.committeeCode(),
                        said.road(),
                        Limit.of(MOST_ALIKE))
                .stream()
                .filter(other -> other.group() != lead.group())
                .toList();
    }

    /** The leads that somebody found to speak of the same person, without the lead itself. */
    List<Lead> sameAs(Lead lead) {
        return leads.inGroup(lead.group()).stream()
                .filter(other -> other.id() != lead.id())
                .toList();
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
        List<Person> settled = settledWith(lead);
        if (!settled.isEmpty()) {
            return settled;
        }
        return lead.isNotDuplicate() ? List.of() : possible(lead);
    }

    /** Whom the leads about the same person have turned out to speak of. */
    private List<Person> settledWith(Lead lead) {
        List<Lead> others = sameAs(lead);
        List<Long> known = others.stream()
                .flatMap(other -> Stream.ofNullable(other.personId()))
                .distinct()
                .toList();
        return known.isEmpty()
                ? others.stream()
                        .flatMap(other -> certain(other).stream())
                        .limit(1)
                        .toList()
                : people.byIds(known);
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
