package org.jiuzhu.visit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.cadence.Contact;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.doorstay.CheckIn;
import org.jiuzhu.household.Door;
import org.jiuzhu.household.Door.Resident;
import org.jiuzhu.household.PersonWords;
import org.jiuzhu.household.Relation;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.EntrustedVisits.Entrusted;
import org.jiuzhu.visit.LastVisit;
import org.jiuzhu.visit.OwedVisit;
import org.jiuzhu.visit.OwedVisit.Urgency;
import org.jiuzhu.visit.WindowWords;
import org.jiuzhu.visit.web.TodayAsked.Order;
import org.jiuzhu.visit.web.TodayAsked.Show;
import org.jiuzhu.visit.web.TodayPage.Home;
import org.jiuzhu.visit.web.TodayPage.Period;
import org.jiuzhu.visit.web.TodayPage.Visitee;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts one home of the day into the reader's words. */
@Component
class HomeWords {

    /** Windows of one person on one card. */
    private static final int MOST_PERIODS = 3;

    private final WindowWords windows;
    private final PersonWords persons;
    private final DueWords days;
    private final Words words;

    HomeWords(WindowWords windows, PersonWords persons, DueWords days, Words words) {
        this.windows = windows;
        this.persons = persons;
        this.days = days;
        this.words = words;
    }

    /** A home at its place in the day. */
    record Stop(HomeToVisit home, int number, boolean next, boolean onTheWay) {}

    /**
     * When each was met last.
     *
     * @param readable the numbers of those records that the reader may open
     */
    record Before(Map<Long, LastVisit> last, Set<String> readable) {

        @Nullable
        String record(LastVisit visit) {
            return readable.contains(visit.recordNumber()) ? "/records?number=" + visit.recordNumber() : null;
        }
    }

    Home home(TodayAsked asked, Stop stop, CheckIn checkIn, Before before) {
        Door door = stop.home().door();
        String title = words.say("visit.today.home", door.head());
        boolean route = asked.order() == Order.ROUTE;
        String where = route ? door.flat() : (door.building() + " " + door.flat()).strip();
        long person = door.residents().get(0).personId();
        return new Home(
                stop.number(),
                title,
                where.isEmpty() ? null : where,
                care(door, checkIn.isAskedAt(door.safetyFlags())),
                null,
                stop.next(),
                people(asked, stop, before),
                QuickViews.address(person, ServiceMode.VISIT, asked.address()),
                QuickViews.address(person, ServiceMode.PHONE, asked.address()));
    }

    /** As much as the task of each visit says; every person is visited by their own. */
    Home entrusted(TodayAsked asked, Stop stop, Entrusted entrusted) {
        Door door = stop.home().door();
        String where = asked.order() == Order.ROUTE ? door.flat() : (door.building() + " " + door.flat()).strip();
        List<Visitee> people = new ArrayList<>();
        for (Resident resident : door.residents()) {
            List<OwedVisit> theirs = stop.home().byPerson().getOrDefault(resident.personId(), List.of()).stream()
                    .sorted(HomeToVisit.MOST_URGENT)
                    .toList();
            if (!theirs.isEmpty()) {
                people.add(entrusted(resident, theirs, stop, entrusted));
            }
        }
        boolean checkIn = entrusted.checkIns().contains(door.householdId());
        return new Home(
                stop.number(),
                people.get(0).name(),
                where.isEmpty() ? null : where,
                care(door, checkIn),
                checkIn ? door.residents().get(0).personId() : null,
                stop.next(),
                people,
                null,
                null);
    }

    private Visitee entrusted(Resident resident, List<OwedVisit> theirs, Stop stop, Entrusted entrusted) {
        OwedVisit leading = theirs.get(0);
        String task = "/tasks/" + entrusted.tasks().get(leading.number());
        return new Visitee(
                task,
                resident.name(),
                false,
                leading.tier().name(),
                null,
                "",
                theirs.stream().limit(MOST_PERIODS).map(this::period).toList(),
                0,
                last(entrusted.last().get(resident.personId())),
                null,
                null,
                task,
                notes(leading, stop));
    }

    private String last(@Nullable LastVisit last) {
        return last == null
                ? words.say("visit.today.never")
                : words.say("visit.today.last", days.day(last.on()), how(last.mode()));
    }

    private @Nullable String care(Door door, boolean checkIn) {
        if (door.safetyFlags().isEmpty()) {
            return null;
        }
        Stream<String> flags = door.safetyFlags().stream().map(flag -> words.say("household.safety." + flag));
        Stream<String> first = checkIn ? Stream.of(words.say("doorstay.first")) : Stream.empty();
        return Stream.concat(flags, first).collect(Collectors.joining(words.say("household.hints")));
    }

    private List<Visitee> people(TodayAsked asked, Stop stop, Before before) {
        Map<Long, List<OwedVisit>> byPerson = stop.home().byPerson();
        List<Visitee> people = new ArrayList<>();
        for (Resident resident : stop.home().door().residents()) {
            List<OwedVisit> shown = byPerson.getOrDefault(resident.personId(), List.of()).stream()
                    .filter(visit -> (visit.urgency() == Urgency.DONE) == (asked.show() == Show.DONE))
                    .sorted(HomeToVisit.MOST_URGENT)
                    .toList();
            if (!shown.isEmpty()) {
                people.add(visitee(resident, shown, stop, before));
            }
        }
        return people;
    }

    private Visitee visitee(Resident resident, List<OwedVisit> shown, Stop stop, Before before) {
        LastVisit last = before.last().get(resident.personId());
        OwedVisit leading = shown.get(0);
        long earlier = shown.stream()
                .skip(1)
                .filter(visit -> visit.urgency() == Urgency.LATE)
                .count();
        List<OwedVisit> told = shown.stream()
                .filter(visit -> visit == leading || visit.urgency() != Urgency.LATE)
                .limit(MOST_PERIODS)
                .toList();
        return new Visitee(
                "/people/" + resident.personId(),
                resident.name(),
                resident.specialCare() && leading.tier() != Tier.SPECIAL,
                leading.tier().name(),
                windows.tier(leading.tier(), leading.window().duty()),
                about(resident),
                told.stream().map(this::period).toList(),
                earlier,
                last(last),
                last == null ? null : before.record(last),
                "/people/" + resident.personId() + "#visits",
                null,
                notes(leading, stop));
    }

    private String about(Resident resident) {
        String about = persons.about(resident.sex(), resident.age());
        Relation relation = resident.relation();
        return relation == null || relation == Relation.HEAD
                ? about
                : about + words.say("ui.dot") + words.say("household.relation." + relation);
    }

    private Period period(OwedVisit visit) {
        int owed = visit.window().duty().count();
        return new Period(
                visit.extra() == null
                        ? windows.period(
                                visit.window().duty().per(), visit.window().span())
                        : words.sayOr("visit.extra." + visit.extra(), words.say("visit.extra.OTHER")),
                owed > 1 ? words.say("visit.today.progress", visit.state().done(), owed) : null,
                windows.due(visit.state(), visit.window().span()),
                visit.urgency() == Urgency.DUE || visit.urgency() == Urgency.LATER
                        ? windows.ruler(visit.window().span(), visit.remindAt())
                        : null);
    }

    private List<String> notes(OwedVisit leading, Stop stop) {
        List<String> notes = new ArrayList<>();
        leading.tries().stream()
                .filter(one -> one.outcome() != Contact.Outcome.DONE)
                .findFirst()
                .ifPresent(one ->
                        notes.add(words.say("visit.today.try." + one.outcome(), days.day(one.on()), how(one.mode()))));
        if (leading.makeUpBy() != null) {
            notes.add(words.say("visit.today.makeUp", days.day(leading.makeUpBy())));
        }
        if (stop.onTheWay()) {
            notes.add(words.say("visit.today.onTheWay"));
        } else if (leading.urgency() == Urgency.LATER && stop.home().isToDo()) {
            notes.add(words.say("visit.today.alongWith"));
        }
        return notes;
    }

    private String how(ServiceMode mode) {
        return mode == ServiceMode.VISIT ? words.say("visit.mode.VISIT") : words.say("servicerecord.mode." + mode);
    }
}
