package org.jiuzhu.rulechange.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Place;
import org.jiuzhu.rulechange.NewRuleChange;
import org.jiuzhu.rulechange.RulePreviews;
import org.jiuzhu.rulechange.RulePreviews.Look;
import org.jiuzhu.rulechange.web.RuleChangeViews.Looking;
import org.jiuzhu.rulechange.web.RuleChangeViews.PointRow;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.Forecast;
import org.jiuzhu.visit.Forecast.PointLoad;
import org.jiuzhu.visit.PlanChange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a change would do, point by point and person by person. */
@Component
@Transactional(readOnly = true)
class RuleChangePreviews {

    private static final int PAGE = 25;

    private final RulePreviews previews;
    private final People people;
    private final Network network;
    private final RuleChangeWords say;
    private final DueWords days;
    private final Words words;

    RuleChangePreviews(
            RulePreviews previews, People people, Network network, RuleChangeWords say, DueWords days, Words words) {
        this.previews = previews;
        this.people = people;
        this.network = network;
        this.say = say;
        this.days = days;
        this.words = words;
    }

    /**
     * @param look how far the looking is
     * @param after the list begins behind this person
     * @param address of this page, by which the looking goes on; of a page of the list, when the person's id is added
     */
    RuleChangeViews.Preview of(NewRuleChange asked, Look look, long after, String address, Actor reader) {
        Forecast forecast = look.forecast();
        if (forecast == null) {
            String day = days.day(Objects.requireNonNull(asked.effectiveOn()));
            return RuleChangeViews.Preview.looking(
                    new Looking(look.seen(), look.total(), address), asked.atOnce(), day);
        }
        return Batch.call(() -> {
            List<PointLoad> loads = forecast.points();
            double longest = loads.stream()
                    .mapToDouble(load -> Math.max(load.before(), load.after()))
                    .max()
                    .orElse(1);
            return new RuleChangeViews.Preview(
                    null,
                    forecast.people(),
                    forecast.openWindows(),
                    asked.atOnce(),
                    days.day(Objects.requireNonNull(asked.effectiveOn())),
                    loads.stream().map(load -> row(load, longest)).toList(),
                    sum(loads),
                    list(asked, after, address, reader),
                    reader.has("districtSupervisor"));
        });
    }

    private PointRow row(PointLoad load, double longest) {
        int consultants = network.filedConsultantsAt(load.place().orgCode());
        return row(name(load.place()), load, consultants, longest);
    }

    private PointRow sum(List<PointLoad> loads) {
        int consultants = loads.stream()
                .mapToInt(load -> network.filedConsultantsAt(load.place().orgCode()))
                .sum();
        PointLoad all = new PointLoad(
                new Place("", "", null),
                loads.stream().mapToInt(PointLoad::people).sum(),
                loads.stream().mapToDouble(PointLoad::before).sum(),
                loads.stream().mapToDouble(PointLoad::after).sum());
        return row(words.say("rulechange.sum"), all, consultants, Math.max(all.before(), all.after()));
    }

    private PointRow row(String name, PointLoad load, int consultants, double longest) {
        return new PointRow(
                name,
                load.people(),
                number(load.before()),
                number(load.after()),
                signed(load.after() - load.before()),
                consultants,
                consultants == 0 ? "" : number(load.before() / consultants),
                consultants == 0 ? "" : number(load.after() / consultants),
                bar(load.before(), longest),
                bar(load.after(), longest));
    }

    /** One decimal; what is not nothing never reads as nothing. */
    private static String number(double visits) {
        return visits > 0 && visits < 0.05 ? "<0.1" : String.format(Locale.ROOT, "%.1f", visits);
    }

    private static String signed(double difference) {
        return String.format(Locale.ROOT, "%+.1f", difference).replace('-', '−');
    }

    private static String bar(double visits, double longest) {
        return String.format(Locale.ROOT, "%.1f", longest == 0 ? 0 : visits / longest * RuleChangeViews.BAR);
    }

    private RuleChangeViews.People list(NewRuleChange asked, long after, String address, Actor reader) {
        List<PlanChange> found = previews.people(asked, after, PAGE + 1, reader);
        List<PlanChange> shown = found.stream().limit(PAGE).toList();
        Map<Long, Person> known = people
                .byIds(shown.stream().map(PlanChange::personId).toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        return new RuleChangeViews.People(
                shown.stream()
                        .sorted(Comparator.comparing(PlanChange::personId))
                        .filter(change -> known.containsKey(change.personId()))
                        .map(change -> person(change, Objects.requireNonNull(known.get(change.personId()))))
                        .toList(),
                found.size() > PAGE ? next(address, shown.get(PAGE - 1).personId()) : null);
    }

    private static String next(String address, long after) {
        return address + (address.contains("?") ? "&" : "?") + "after=" + after;
    }

    private RuleChangeViews.Person person(PlanChange change, Person person) {
        return new RuleChangeViews.Person(
                change.personId(),
                person.name(),
                name(change.place()),
                say.demanded(change.before()),
                say.demanded(change.after()),
                from(change.from()));
    }

    private String from(@Nullable LocalDate day) {
        return day == null ? words.say("rulechange.from.never") : days.day(day);
    }

    private String name(Place place) {
        return network.find(place.orgCode()).map(OrgUnit::name).orElse(place.orgCode());
    }
}
