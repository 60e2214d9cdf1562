package org.jiuzhu.household.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.HouseholdCases;
import org.jiuzhu.household.HouseholdCases.CaseLine;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.PersonCard;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.household.PersonWords;
import org.jiuzhu.household.Subjects;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.rules.TierAdvice;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Entry;
import org.jiuzhu.shared.view.Fact;
import org.jiuzhu.shared.view.SubjectMember;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.timeline.TimelineWords;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the pages about people together, as far as the reader's scope sees. */
@Component
@Transactional(readOnly = true)
class PeopleViews {

    private static final int EVENTS_SHOWN = 50;

    private final People people;
    private final Households households;
    private final Subjects subjects;
    private final ObjectProvider<HouseholdCases> cases;
    private final Network network;
    private final Timeline timeline;
    private final TimelineWords sentences;
    private final PersonWords say;
    private final DueWords days;
    private final Words words;
    private final Clock clock;

    PeopleViews(
            People people,
            Households households,
            Subjects subjects,
            ObjectProvider<HouseholdCases> cases,
            Network network,
            Timeline timeline,
            TimelineWords sentences,
            PersonWords say,
            DueWords days,
            Words words,
            Clock clock) {
        this.people = people;
        this.households = households;
        this.subjects = subjects;
        this.cases = cases;
        this.network = network;
        this.timeline = timeline;
        this.sentences = sentences;
        this.say = say;
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    PeoplePage list(String q, PageKey key) {
        var found = people.search(q, key.after());
        int shown = key.shown() + found.people().size();
        int counted = people.count(q);
        return new PeoplePage(
                q,
                rows(found.people()),
                shown,
                counted < People.MOST_COUNTED ? String.valueOf(counted) : counted + "+",
                found.next() == null ? null : new PageKey(shown, found.next()).toString());
    }

    private List<PeoplePage.PersonRow> rows(List<PersonCard> cards) {
        List<Long> homes = cards.stream()
                .map(PersonCard::householdId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, CaseLine> open =
                cases.stream().findFirst().map(all -> all.openOf(homes)).orElse(Map.of());
        Map<String, Long> bearers =
                cards.stream().collect(Collectors.groupingBy(PersonCard::name, Collectors.counting()));
        return cards.stream()
                .map(card -> row(
                        card,
                        Objects.requireNonNull(bearers.get(card.name())) > 1,
                        card.householdId() == null ? null : open.get(card.householdId())))
                .toList();
    }

    /** @param shared whether somebody else on the page bears the name */
    private PeoplePage.PersonRow row(PersonCard card, boolean shared, @Nullable CaseLine open) {
        return new PeoplePage.PersonRow(
                "/people/" + card.id(),
                card.name(),
                shared ? say.apart(card) : say.about(card.sex(), card.age()),
                card.tier().name(),
                say.categories(card),
                card.address(),
                card.pointName(),
                open == null ? null : open.number(),
                open == null ? null : caseHref(open));
    }

    PersonPage person(long id, Actor reader) {
        Person person = people.get(id);
        Optional<Household> home = households.findHouseholdOf(id).map(households::get);
        TierAdvice advice =
                Objects.requireNonNull(people.tierAdvice(List.of(person)).get(id));
        return new PersonPage(
                person.name(),
                say.aboutInFull(person, LocalDate.now(clock)),
                network.find(person.place().orgCode()).map(OrgUnit::name).orElse(""),
                say.tags(person),
                advice.tier().name(),
                null,
                why(advice),
                say.contacts(person),
                facts(person, home),
                home.map(h -> family(h, id)).orElse(List.of()),
                home.map(subjects::doorHint).orElse(null),
                home.map(this::caseRows).orElse(List.of()),
                home.map(this::history).orElse(List.of()),
                mayReport(reader) ? "/records/new?personId=" + id : null,
                mayReport(reader) ? "/leads/new" : null);
    }

    private PersonPage.Why why(TierAdvice advice) {
        String source = advice.ruling().source();
        return new PersonPage.Why(
                words.sayOr("rules.tier.reason." + advice.reason(), advice.reason()),
                advice.ruling().isAssumption() ? words.say("rules.source.assumption") : source);
    }

    private List<Fact> facts(Person person, Optional<Household> home) {
        var facts = new ArrayList<Fact>();
        home.ifPresent(h -> {
            facts.add(new Fact(words.say("household.address"), h.address()));
            facts.add(new Fact(words.say("household.number"), h.number()));
        });
        PersonDetails details = person.details();
        add(facts, "hukouAddress", details.hukouAddress());
        addCode(facts, "hukouKind", details.hukouKind());
        addCode(facts, "maritalStatus", details.maritalStatus());
        addCode(facts, "employment", details.employment());
        add(facts, "severeIllness", details.severeIllness());
        addCode(facts, "disabilityKind", details.disabilityKind());
        addCode(facts, "selfCare", details.selfCare());
        add(facts, "guardian", details.guardian());
        people.changesOf(person.id())
                .forEach(change -> facts.add(new Fact(
                        words.say("person.change"),
                        words.say("person.change." + change.kind().name()) + "·" + days.day(change.happenedOn()))));
        return facts;
    }

    private void addCode(List<Fact> facts, String label, @Nullable Enum<?> code) {
        add(facts, label, code == null ? null : words.say("person." + label + "." + code.name()));
    }

    private void add(List<Fact> facts, String label, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(words.say("person." + label), value));
        }
    }

    private List<SubjectMember> family(Household home, long withoutId) {
        return subjects.members(households.members(home.id()).stream()
                .filter(member -> member.person().id() != withoutId)
                .toList());
    }

    private List<PersonPage.CaseRow> caseRows(Household home) {
        return cases.stream()
                .flatMap(all -> all.of(home.id()).stream())
                .map(line -> new PersonPage.CaseRow(
                        line.number(),
                        caseHref(line),
                        line.closedAt() == null ? "upcoming" : "met",
                        words.say(line.closedAt() == null ? "household.case.open" : "household.case.closed"),
                        words.say("household.case.opened", day(line.openedAt()))))
                .toList();
    }

    private List<Entry> history(Household home) {
        return sentences.entries(timeline.ofHousehold(home.id(), EVENTS_SHOWN));
    }

    private String day(Instant at) {
        return days.day(LocalDate.ofInstant(at, WorkCalendar.ZONE));
    }

    private static String caseHref(CaseLine line) {
        return "/cases/" + line.caseId();
    }

    private static boolean mayReport(Actor reader) {
        return reader.mayAct() && (reader.has("pointConsultant") || reader.has("stationConsultant"));
    }
}
