package org.jiuzhu.household.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.HouseholdCases;
import org.jiuzhu.household.HouseholdPapers;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.MembershipLine;
import org.jiuzhu.household.Memberships;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.PersonWords;
import org.jiuzhu.household.Subjects;
import org.jiuzhu.household.web.HouseholdPage.MemberRow;
import org.jiuzhu.household.web.HouseholdPage.PaperRow;
import org.jiuzhu.household.web.HouseholdPage.Papers;
import org.jiuzhu.network.Network;
import org.jiuzhu.rules.TierAdvice;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Entry;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.timeline.TimelineWords;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a household's page together: who was in it when, and everything that happened. */
@Component
@Transactional(readOnly = true)
class HouseholdViews {

    private static final int EVENTS_SHOWN = 50;

    private final Households households;
    private final Memberships memberships;
    private final People people;
    private final Subjects subjects;
    private final ObjectProvider<HouseholdCases> cases;
    private final ObjectProvider<HouseholdPapers> papers;
    private final Network network;
    private final Timeline timeline;
    private final TimelineWords sentences;
    private final PersonWords say;
    private final DueWords days;
    private final Words words;
    private final Clock clock;

    HouseholdViews(
            Households households,
            Memberships memberships,
            People people,
            Subjects subjects,
            ObjectProvider<HouseholdCases> cases,
            ObjectProvider<HouseholdPapers> papers,
            Network network,
            Timeline timeline,
            TimelineWords sentences,
            PersonWords say,
            DueWords days,
            Words words,
            Clock clock) {
        this.households = households;
        this.memberships = memberships;
        this.people = people;
        this.subjects = subjects;
        this.cases = cases;
        this.papers = papers;
        this.network = network;
        this.timeline = timeline;
        this.sentences = sentences;
        this.say = say;
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    HouseholdPage page(Household home, Actor reader) {
        boolean editor = Choices.mayEdit(reader);
        List<MembershipLine> lines = memberships.ofHousehold(home.id());
        Map<Long, Person> persons = people
                .byIds(lines.stream().map(MembershipLine::personId).toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        Map<Long, TierAdvice> tiers = people.tierAdvice(persons.values());
        List<MembershipLine> seen = lines.stream()
                .filter(line -> persons.containsKey(line.personId()))
                .toList();
        return new HouseholdPage(
                home.number(),
                home.address(),
                network.unit(home.place().orgCode()).name(),
                subjects.facts(home),
                seen.stream()
                        .filter(line -> line.to() == null)
                        .sorted((a, b) -> a.relation().compareTo(b.relation()))
                        .map(line -> row(home, line, person(persons, line), tiers, editor))
                        .toList(),
                seen.stream()
                        .filter(line -> line.to() != null)
                        .map(line -> row(home, line, person(persons, line), tiers, false))
                        .toList(),
                caseRows(home),
                papersOf(home),
                history(home),
                editor ? "/households/" + home.id() + "/members/new" : null);
    }

    private static Person person(Map<Long, Person> persons, MembershipLine line) {
        return Objects.requireNonNull(persons.get(line.personId()));
    }

    private MemberRow row(
            Household home, MembershipLine line, Person person, Map<Long, TierAdvice> tiers, boolean editor) {
        String together = words.say(line.livesTogether() ? "household.together" : "household.apart");
        return new MemberRow(
                "/people/" + person.id(),
                person.name(),
                say.about(person.sex(), person.ageOn(LocalDate.now(clock)))
                        + words.say("ui.dot")
                        + words.say("household.relation." + line.relation().name())
                        + words.say("ui.dot")
                        + together,
                line.to() == null
                        ? Objects.requireNonNull(tiers.get(person.id())).tier().name()
                        : null,
                say.tags(person),
                when(line),
                editor ? "/households/" + home.id() + "/members/" + person.id() + "/end" : null);
    }

    /** 2026年7月6日起; 2026年7月6日至9月1日·婚嫁. */
    String when(MembershipLine line) {
        LocalDate to = line.to();
        if (to == null) {
            return words.say("household.since", days.day(line.from()));
        }
        String until = words.say("household.fromTo", days.day(line.from()), days.day(to));
        return line.reason() == null
                ? until
                : until + words.say("ui.dot") + words.say("household.end." + line.reason());
    }

    List<PersonPage.CaseRow> caseRows(Household home) {
        return cases.stream()
                .flatMap(all -> all.of(home.id()).stream())
                .map(line -> new PersonPage.CaseRow(
                        line.number(),
                        "/cases/" + line.caseId(),
                        line.closedAt() == null ? "upcoming" : "met",
                        words.say(line.closedAt() == null ? "household.case.open" : "household.case.closed"),
                        words.say("household.case.opened", day(line.openedAt()))))
                .toList();
    }

    /** Service records, leads and change reports, without the kinds of which there is nothing. */
    List<Papers> papersOf(Household home) {
        return papers.orderedStream()
                .map(kind -> new Papers(
                        words.say("household.papers." + kind.kind()),
                        kind.of(home.id()).stream()
                                .map(paper ->
                                        new PaperRow(paper.number(), paper.href(), days.day(paper.on()), paper.words()))
                                .toList()))
                .filter(kind -> !kind.rows().isEmpty())
                .toList();
    }

    List<Entry> history(Household home) {
        return sentences.entries(timeline.ofHousehold(home.id(), EVENTS_SHOWN));
    }

    @Nullable
    String doorHint(Household home) {
        return subjects.doorHint(home);
    }

    private String day(Instant at) {
        return days.day(LocalDate.ofInstant(at, WorkCalendar.ZONE));
    }
}
