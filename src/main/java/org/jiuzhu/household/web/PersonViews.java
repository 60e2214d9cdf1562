package org.jiuzhu.household.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.household.Benefit;
import org.jiuzhu.household.Benefits;
import org.jiuzhu.household.FieldWords;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.MajorChange;
import org.jiuzhu.household.Memberships;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.PersonRevisions;
import org.jiuzhu.household.PersonWords;
import org.jiuzhu.household.Subjects;
import org.jiuzhu.household.VisitPanel;
import org.jiuzhu.household.web.PersonPage.Actions;
import org.jiuzhu.household.web.PersonPage.BenefitRow;
import org.jiuzhu.household.web.PersonPage.ChangeRow;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.rules.TierAdvice;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Fact;
import org.jiuzhu.shared.view.SubjectMember;
import org.jiuzhu.workflow.PageAction;
import org.jiuzhu.workflow.PageActions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts somebody's page together: everything known, where from and of which day, and everything that happened. */
@Component
@Transactional(readOnly = true)
class PersonViews {

    private final People people;
    private final PersonRevisions revisions;
    private final Benefits benefits;
    private final Households households;
    private final Memberships memberships;
    private final HouseholdViews homes;
    private final Subjects subjects;
    private final VisitPanel visits;
    private final Network network;
    private final FieldRows rows;
    private final FieldWords fields;
    private final PersonWords say;
    private final DueWords days;
    private final Words words;
    private final Clock clock;
    private final PageActions happened;

    PersonViews(
            People people,
            PersonRevisions revisions,
            Benefits benefits,
            Households households,
            Memberships memberships,
            HouseholdViews homes,
            Subjects subjects,
            VisitPanel visits,
            Network network,
            FieldRows rows,
            FieldWords fields,
            PersonWords say,
            DueWords days,
            Words words,
            Clock clock,
            PageActions happened) {
        this.happened = happened;
        this.people = people;
        this.revisions = revisions;
        this.benefits = benefits;
        this.households = households;
        this.memberships = memberships;
        this.homes = homes;
        this.subjects = subjects;
        this.visits = visits;
        this.network = network;
        this.rows = rows;
        this.fields = fields;
        this.say = say;
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    PersonPage page(long id, Actor reader) {
        Person person = people.get(id);
        Optional<Household> home = households.findHouseholdOf(id).map(households::get);
        TierAdvice advice =
                Objects.requireNonNull(people.tierAdvice(List.of(person)).get(id));
        return new PersonPage(
                person.name(),
                say.aboutInFull(person, today()),
                network.find(person.place().orgCode()).map(OrgUnit::name).orElse(""),
                say.tags(person),
                marks(person),
                advice.tier().name(),
                why(advice),
                say.contacts(person),
                facts(person, home),
                home.map(h -> "/households/" + h.id()).orElse(null),
                home.map(h -> family(h, id)).orElse(List.of()),
                home.map(homes::doorHint).orElse(null),
                rows.of(revisions.history(id), today()),
                "/people/" + id + "/fields",
                benefitRows(person, Choices.mayEdit(reader)),
                people.changesOf(id).stream().map(this::changeRow).toList(),
                visits.of(id).orElse(null),
                home.map(homes::caseRows).orElse(List.of()),
                home.map(homes::papersOf).orElse(List.of()),
                membershipRows(id),
                home.map(homes::history).orElse(List.of()),
                actions(id, home.isPresent(), reader),
                home.map(h -> happened.offered(PageAction.About.HOUSEHOLD, h.id(), reader))
                        .orElse(List.of()));
    }

    /** What is said beside the name: derived, never typed. */
    private List<String> marks(Person person) {
        return Stream.of(
                        person.isInDatabase() ? words.say("person.inDatabase") : null,
                        person.idNumber() == null ? words.say("person.withoutId") : null,
                        Boolean.TRUE.equals(person.livesApartFromHukou()) ? words.say("person.livesApart") : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private PersonPage.Why why(TierAdvice advice) {
        String source = advice.ruling().source();
        String missing = advice.dataGap().stream()
                .map(fact -> words.sayOr("rules.fact." + fact, fact))
                .collect(Collectors.joining(words.say("household.comma")));
        return new PersonPage.Why(
                words.sayOr("rules.tier.reason." + advice.reason(), advice.reason()),
                advice.ruling().isAssumption() ? words.say("rules.source.assumption") : source,
                missing.isEmpty() ? null : words.say("person.tier.missing", missing));
    }

    private List<Fact> facts(Person person, Optional<Household> home) {
        var facts = new ArrayList<Fact>();
        home.ifPresent(h -> {
            facts.add(new Fact(words.say("household.address"), h.address()));
            facts.add(new Fact(words.say("household.number"), h.number()));
        });
        String committee = person.place().pointCode();
        facts.add(new Fact(
                words.say("household.committee"),
                network.find(person.place().orgCode()).map(OrgUnit::name).orElse("")
                        + (committee == null ? "" : " " + committee)));
        return facts;
    }

    private List<SubjectMember> family(Household home, long withoutId) {
        return subjects.members(households.members(home.id()).stream()
                .filter(member -> member.person().id() != withoutId)
                .toList());
    }

    private List<BenefitRow> benefitRows(Person person, boolean editor) {
        return benefits.of(List.of(person.id())).stream()
                .map(benefit -> new BenefitRow(
                        words.say("person.benefit." + benefit.kind().name()),
                        benefit.note(),
                        when(benefit),
                        fields.source(benefit.source()) + words.say("ui.dot") + days.day(benefit.asOf()),
                        editor && benefit.to() == null
                                ? "/people/" + person.id() + "/benefits/" + benefit.id() + "/end"
                                : null))
                .toList();
    }

    private String when(Benefit benefit) {
        LocalDate to = benefit.to();
        return to == null
                ? words.say("household.since", days.day(benefit.from()))
                : words.say("household.fromTo", days.day(benefit.from()), days.day(to));
    }

    private ChangeRow changeRow(MajorChange change) {
        String severity = change.severity() == null
                ? null
                : words.say("person.change.severity." + change.severity().name());
        String alert = change.alert() ? words.say("person.change.alert") : null;
        String about =
                Stream.of(severity, alert).filter(Objects::nonNull).collect(Collectors.joining(words.say("ui.dot")));
        return new ChangeRow(
                words.say("person.change." + change.kind().name()),
                days.day(change.happenedOn()),
                change.note(),
                about.isEmpty() ? null : about,
                change.report() == null ? null : "/changes/" + change.report());
    }

    private List<Fact> membershipRows(long id) {
        var lines = memberships.ofPerson(id);
        Map<Long, Household> all = lines.stream()
                .map(line -> households.find(line.householdId()))
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Household::id, Function.identity(), (a, b) -> a));
        return lines.stream()
                .filter(line -> all.containsKey(line.householdId()))
                .map(line -> new Fact(
                        Objects.requireNonNull(all.get(line.householdId())).number(),
                        words.say("household.relation." + line.relation().name())
                                + words.say("ui.dot")
                                + words.say(line.livesTogether() ? "household.together" : "household.apart")
                                + words.say("ui.dot")
                                + homes.when(line)))
                .toList();
    }

    private static Actions actions(long id, boolean housed, Actor reader) {
        boolean editor = Choices.mayEdit(reader);
        String at = "/people/" + id;
        return new Actions(
                editor ? at + "/edit" : null,
                mayRecord(reader) ? "/records/new?personId=" + id : null,
                editor && housed ? "/changes/new?personId=" + id : null,
                editor ? at + "/changes/new" : null,
                editor ? at + "/benefits/new" : null,
                editor && !housed ? "/households/new?person=" + id : null,
                editor ? "/leads/new" : null);
    }

    private static boolean mayRecord(Actor reader) {
        return reader.mayAct() && (reader.has("pointConsultant") || reader.has("stationConsultant"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Everything ever said, and how it stood on a day. */
    FieldsPage history(long id, @Nullable LocalDate on) {
        Person person = people.get(id);
        var history = revisions.history(id);
        LocalDate day = on == null ? today() : on;
        return new FieldsPage(
                id,
                person.name(),
                day.toString(),
                days.day(day),
                rows.of(history, day),
                history.stream()
                        .map(value -> new FieldsPage.Line(
                                fields.label(value.field()),
                                fields.value(value.field(), value.value(), value.asOf()),
                                rows.from(value),
                                value.recordedByName().equals(Actor.SYSTEM) ? "" : value.recordedByName()))
                        .toList());
    }
}
