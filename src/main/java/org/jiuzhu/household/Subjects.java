package org.jiuzhu.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.TierAdvice;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Fact;
import org.jiuzhu.shared.view.Subject;
import org.jiuzhu.shared.view.SubjectMember;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The household as it stands beside a task, a case or a record. */
@Component
@Transactional(readOnly = true)
public class Subjects {

    private final People people;
    private final Households households;
    private final Network network;
    private final PersonWords say;
    private final Words words;
    private final Clock clock;

    Subjects(People people, Households households, Network network, PersonWords say, Words words, Clock clock) {
        this.people = people;
        this.households = households;
        this.network = network;
        this.say = say;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param personId the person concerned, who comes first; null for the head
     * @throws org.jiuzhu.shared.Refusal NOT_FOUND if the household is not there or not visible
     */
    public Subject of(long householdId, @Nullable Long personId) {
        return subject(householdId, personId, this::facts);
    }

    /** The same beside a note of its own that says what to know at the door. */
    public Subject besideHint(long householdId, @Nullable Long personId) {
        return subject(householdId, personId, this::home);
    }

    private Subject subject(long householdId, @Nullable Long personId, Function<Household, List<Fact>> facts) {
        Household household = households.get(householdId);
        long first = personId == null ? household.headPersonId() : personId;
        List<Member> members = households.members(householdId).stream()
                .sorted(Comparator.comparing(member -> member.person().id() != first))
                .toList();
        Person concerned =
                members.isEmpty() ? people.get(first) : members.get(0).person();
        return new Subject(
                true, "/people/" + concerned.id(), members(members), say.contacts(concerned), facts.apply(household));
    }

    /** People of a household: 男·52 岁·户主. */
    public List<SubjectMember> members(List<Member> members) {
        Map<Long, TierAdvice> advice =
                people.tierAdvice(members.stream().map(Member::person).toList());
        return members.stream()
                .map(member -> member(
                        member,
                        Objects.requireNonNull(advice.get(member.person().id())).tier()))
                .toList();
    }

    private SubjectMember member(Member member, Tier tier) {
        Person person = member.person();
        return new SubjectMember(
                person.name(),
                say.about(person.sex(), person.ageOn(LocalDate.now(clock)))
                        + words.say("ui.dot")
                        + words.say("household.relation." + member.relation()),
                tier.name(),
                say.tags(person),
                "/people/" + person.id());
    }

    /** Where the household is, and what whoever goes there should know. */
    public List<Fact> facts(Household household) {
        List<Fact> facts = home(household);
        String hint = doorHint(household);
        if (hint != null) {
            facts.add(new Fact(words.say("household.doorHint"), hint));
        }
        return facts;
    }

    /** Where the household is. */
    public List<Fact> home(Household household) {
        var facts = new ArrayList<Fact>();
        if (!household.address().isBlank()) {
            facts.add(new Fact(words.say("household.address"), household.address()));
        }
        facts.add(new Fact(
                words.say("household.committee"),
                network.find(household.place().orgCode()).map(OrgUnit::name).orElse("")));
        facts.add(new Fact(words.say("household.number"), household.number()));
        return facts;
    }

    /** Null where nothing is known. */
    public @Nullable String doorHint(Household household) {
        return household.safetyFlags().isEmpty()
                ? null
                : String.join(
                        words.say("household.hints"),
                        household.safetyFlags().stream()
                                .map(flag -> words.say("household.safety." + flag.name()))
                                .toList());
    }
}
