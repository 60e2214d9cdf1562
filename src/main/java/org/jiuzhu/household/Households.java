package org.jiuzhu.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.Numbers;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The households of the register, as far as the thread's scope sees them. */
@Component
@Transactional
public class Households {

    static final int LONGEST_ADDRESS_PART = 100;

    private final HouseholdRows rows;
    private final MembershipRows memberships;
    private final Memberships joining;
    private final PersonRows people;
    private final Network network;
    private final Numbers numbers;
    private final Clock clock;

    Households(
            HouseholdRows rows,
            MembershipRows memberships,
            Memberships joining,
            PersonRows people,
            Network network,
            Numbers numbers,
            Clock clock) {
        this.rows = rows;
        this.memberships = memberships;
        this.joining = joining;
        this.people = people;
        this.network = network;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** @throws Refusal NOT_FOUND if it is not there or not visible */
    @Transactional(readOnly = true)
    public Household get(long id) {
        return rows.findById(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "household.notFound"));
    }

    @Transactional(readOnly = true)
    public Optional<Household> find(long id) {
        return rows.findById(id);
    }

    @Transactional(readOnly = true)
    public Optional<Household> byNumber(String number) {
        return rows.findByNumber(number);
    }

    /** Who is in the household now, the head first. */
    @Transactional(readOnly = true)
    public List<Member> members(long householdId) {
        List<Membership> current = memberships.findByHouseholdIdAndToOnIsNullOrderById(householdId);
        Map<Long, Person> persons = people
                .findByIdIn(current.stream().map(Membership::personId).toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        return current.stream()
                .sorted((a, b) -> a.relation().compareTo(b.relation()))
                .map(m -> new Member(
                        Objects.requireNonNull(persons.get(m.personId())),
                        m.relation().name(),
                        m.livesTogether()))
                .toList();
    }

    /**
     * @throws org.jiuzhu.shared.InvalidInput for an unknown committee, or unless exactly one member is the head
     */
    public Household register(NewHousehold household) {
        String road = household.road() == null ? "" : household.road().strip();
        String room = household.room() == null ? "" : household.room().strip();
        var problems = new Problems();
        Optional<Place> place = Places.check(network, household.orgCode(), problems);
        if (road.length() > LONGEST_ADDRESS_PART) {
            problems.add("road", "household.tooLong", LONGEST_ADDRESS_PART);
        }
        if (room.length() > LONGEST_ADDRESS_PART) {
            problems.add("room", "household.tooLong", LONGEST_ADDRESS_PART);
        }
        List<NewHousehold.NewMember> heads = household.members().stream()
                .filter(m -> m.relation() == Relation.HEAD)
                .toList();
        if (heads.size() != 1) {
            problems.add("members", "household.oneHead");
        }
        problems.check();
        Household saved = rows.save(new Household(
                numbers.next(Numbers.Kind.HU),
                place.orElseThrow(),
                road,
                room,
                heads.get(0).personId()));
        household.members().forEach(member -> joining.join(saved, member, LocalDate.now(clock)));
        return saved;
    }

    /** Adds somebody who is in no household. */
    public void addMember(long householdId, NewHousehold.NewMember member) {
        joining.join(get(householdId), member, LocalDate.now(clock));
    }

    /** @throws Refusal NOT_FOUND if the person is in no household that is visible */
    @Transactional(readOnly = true)
    public long householdOf(long personId) {
        return findHouseholdOf(personId).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "household.notFound"));
    }

    @Transactional(readOnly = true)
    public Optional<Long> findHouseholdOf(long personId) {
        return memberships.findByPersonIdInAndToOnIsNullOrderById(List.of(personId)).stream()
                .map(Membership::householdId)
                .findFirst();
    }

    /** The households of several people, by person. */
    @Transactional(readOnly = true)
    public Map<Long, Household> ofPeople(Collection<Long> personIds) {
        List<Membership> current = memberships.findByPersonIdInAndToOnIsNullOrderById(personIds);
        Map<Long, Household> households =
                rows.findByIdIn(current.stream().map(Membership::householdId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Household::id, Function.identity()));
        return current.stream()
                .filter(m -> households.containsKey(m.householdId()))
                .collect(Collectors.toMap(
                        Membership::personId,
                        m -> Objects.requireNonNull(households.get(m.householdId())),
                        (a, b) -> a));
    }

    /** What was learnt at the door replaces what was known before. */
    public void flag(long householdId, Set<SafetyFlag> flags) {
        get(householdId).flag(flags);
    }

    /** What a task about a household carries; the person concerned is its head. */
    @Transactional(readOnly = true)
    public TaskSubject subject(String number, long householdId, @Nullable Long caseId, Urgency urgency) {
        Household household = get(householdId);
        Place place = household.place();
        return new TaskSubject(
                number,
                householdId,
                household.headPersonId(),
                caseId,
                null,
                place.districtCode(),
                place.streetCode(),
                place.pointCode(),
                null,
                urgency);
    }
}
