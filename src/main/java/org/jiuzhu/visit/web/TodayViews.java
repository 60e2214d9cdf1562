package org.jiuzhu.visit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.household.Door;
import org.jiuzhu.household.Door.Resident;
import org.jiuzhu.household.Doors;
import org.jiuzhu.household.PersonWords;
import org.jiuzhu.household.Relation;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.CheckIn;
import org.jiuzhu.visit.Contact;
import org.jiuzhu.visit.DoorStays;
import org.jiuzhu.visit.LastVisit;
import org.jiuzhu.visit.OwedVisit;
import org.jiuzhu.visit.OwedVisit.Urgency;
import org.jiuzhu.visit.PointVisits;
import org.jiuzhu.visit.PointVisits.Load;
import org.jiuzhu.visit.WindowWords;
import org.jiuzhu.visit.web.TodayAsked.Order;
import org.jiuzhu.visit.web.TodayAsked.Show;
import org.jiuzhu.visit.web.TodayPage.Choice;
import org.jiuzhu.visit.web.TodayPage.Home;
import org.jiuzhu.visit.web.TodayPage.Period;
import org.jiuzhu.visit.web.TodayPage.Section;
import org.jiuzhu.visit.web.TodayPage.Visitee;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a point's day into the reader's words. */
@Component
@Transactional(readOnly = true)
class TodayViews {

    /** Homes on one page. */
    static final int PAGE = 30;

    /** Windows of one person on one card. */
    private static final int MOST_PERIODS = 3;

    private final PointVisits visits;
    private final Doors doors;
    private final DoorStays stays;
    private final StayWords inside;
    private final Network network;
    private final WindowWords windows;
    private final PersonWords persons;
    private final DueWords days;
    private final Words words;
    private final Clock clock;

    TodayViews(
            PointVisits visits,
            Doors doors,
            DoorStays stays,
            StayWords inside,
            Network network,
            WindowWords windows,
            PersonWords persons,
            DueWords days,
            Words words,
            Clock clock) {
        this.visits = visits;
        this.doors = doors;
        this.stays = stays;
        this.inside = inside;
        this.network = network;
        this.windows = windows;
        this.persons = persons;
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    TodayPage page(TodayAsked asked, Actor reader) {
        List<OwedVisit> owed = visits.at(asked.place());
        List<Long> people = owed.stream().map(OwedVisit::personId).distinct().toList();
        DayAtPoint day = DayAtPoint.of(doors.of(people), owed);
        List<HomeToVisit> all = day.inOrder(asked.order(), asked.show());
        int from = Math.min(asked.from(), all.size());
        int to = Math.min(from + PAGE, all.size());
        List<HomeToVisit> shown = all.subList(from, to);
        Map<Long, LastVisit> last = visits.lastVisits(shown.stream()
                .flatMap(home -> home.visits().stream())
                .map(OwedVisit::personId)
                .distinct()
                .toList());
        return new TodayPage(
                today(),
                summary(day, owed),
                digest(reader.username()),
                inside.at(asked.place(), reader),
                asked.named() ? network.unit(asked.place().orgCode()).name() : null,
                asked.named() ? TodayAsked.PATH : null,
                orders(asked),
                shows(asked, day),
                sections(asked, day, all, shown, from, last),
                to,
                all.size(),
                to < all.size() ? asked.after(to) : null,
                asked.show() == Show.TODO && day.count(Show.LATER) > 0 ? asked.with(Show.LATER) : null);
    }

    TodayPage.Points points(String streetCode) {
        Map<String, Load> loads = visits.loads(streetCode).stream()
                .collect(Collectors.toMap(
                        load -> Objects.requireNonNullElse(load.pointCode(), streetCode), load -> load));
        List<OrgUnit> units = new ArrayList<>(network.pointsOf(streetCode));
        if (loads.containsKey(streetCode)) {
            units.add(network.unit(streetCode));
        }
        return new TodayPage.Points(
                today(),
                units.stream()
                        .map(unit -> {
                            Load load = loads.get(unit.code());
                            return new TodayPage.Point(
                                    TodayAsked.PATH + "?point=" + unit.code(),
                                    unit.kind() == OrgUnit.Kind.STREET ? words.say("visit.today.noPoint") : unit.name(),
                                    load == null ? 0 : load.late(),
                                    load == null ? 0 : load.due());
                        })
                        .toList());
    }

    private String today() {
        LocalDate today = LocalDate.now(clock);
        Locale locale = LocaleContextHolder.getLocale();
        return words.say(
                "visit.today.day", days.day(today), today.getDayOfWeek().getDisplayName(TextStyle.FULL, locale));
    }

    private @Nullable String digest(String username) {
        return visits.digest(username)
                .map(digest -> words.say("visit.today.digest", digest.reminded(), digest.overdue()))
                .orElse(null);
    }

    private String summary(DayAtPoint day, List<OwedVisit> owed) {
        int todo = day.count(Show.TODO);
        if (todo == 0) {
            return words.say("visit.today.summary.calm");
        }
        List<String> parts = new ArrayList<>();
        int late = day.count(Show.LATE);
        if (late > 0) {
            parts.add(words.say("visit.today.summary.late", late));
        }
        owed.stream()
                .filter(visit -> visit.urgency() == Urgency.DUE)
                .map(visit -> visit.window().span().end().minusDays(1))
                .max(Comparator.naturalOrder())
                .ifPresent(end -> parts.add(words.say("visit.today.summary.due", todo, days.day(end))));
        if (day.onTheWay() > 0) {
            parts.add(words.say("visit.today.summary.way", day.onTheWay()));
        }
        return words.say("visit.today.sentence", String.join(words.say("visit.today.and"), parts));
    }

    private List<Choice> orders(TodayAsked asked) {
        return Arrays.stream(Order.values())
                .map(order -> new Choice(
                        words.say("visit.today.order." + order), asked.with(order), null, order == asked.order()))
                .toList();
    }

    private List<Choice> shows(TodayAsked asked, DayAtPoint day) {
        return Arrays.stream(Show.values())
                .filter(show -> show != Show.LATE || show == asked.show() || day.count(show) > 0)
                .map(show -> new Choice(
                        words.say("visit.today.show." + show, day.count(show)),
                        asked.with(show),
                        switch (show) {
                            case TODO -> "clock";
                            case LATE -> "overdue";
                            case LATER -> "calendar";
                            case DONE -> "check";
                        },
                        show == asked.show()))
                .toList();
    }

    private List<Section> sections(
            TodayAsked asked,
            DayAtPoint day,
            List<HomeToVisit> all,
            List<HomeToVisit> shown,
            int from,
            Map<Long, LastVisit> last) {
        Map<String, List<Home>> homes = new LinkedHashMap<>();
        CheckIn checkIn = stays.asks(asked.place().orgCode());
        HomeToVisit next = all.stream().filter(HomeToVisit::isToDo).findFirst().orElse(null);
        for (int at = 0; at < shown.size(); at++) {
            HomeToVisit home = shown.get(at);
            String key = asked.order() == Order.ROUTE
                    ? home.door().building()
                    : home.urgency().name();
            homes.computeIfAbsent(key, any -> new ArrayList<>())
                    .add(home(asked, home, from + at + 1, home == next, day.isOnTheWay(home), checkIn, last));
        }
        return homes.entrySet().stream()
                .map(entry -> asked.order() == Order.ROUTE
                        ? building(entry.getKey(), entry.getValue())
                        : urgency(Urgency.valueOf(entry.getKey()), entry.getValue()))
                .toList();
    }

    private Section building(String address, List<Home> homes) {
        return new Section(
                "building",
                address.isEmpty() ? words.say("visit.today.noAddress") : address,
                homes.size() > 1 && !address.isEmpty() ? words.say("visit.today.together", homes.size()) : null,
                homes);
    }

    private Section urgency(Urgency urgency, List<Home> homes) {
        String icon =
                switch (urgency) {
                    case LATE -> "overdue";
                    case DUE -> "due";
                    case LATER -> "calendar";
                    case DONE -> "check";
                };
        return new Section(icon, words.say("visit.today.urgency." + urgency), null, homes);
    }

    private Home home(
            TodayAsked asked,
            HomeToVisit home,
            int number,
            boolean next,
            boolean onTheWay,
            CheckIn checkIn,
            Map<Long, LastVisit> last) {
        Door door = home.door();
        String title = words.say("visit.today.home", door.head());
        boolean route = asked.order() == Order.ROUTE;
        String where = route ? door.flat() : (door.building() + " " + door.flat()).strip();
        long person = door.residents().get(0).personId();
        return new Home(
                number,
                title,
                where.isEmpty() ? null : where,
                care(door, checkIn),
                next,
                people(asked, home, onTheWay, last),
                record(person, ServiceMode.VISIT),
                record(person, ServiceMode.PHONE));
    }

    private static String record(long person, ServiceMode mode) {
        return QuickViews.address(person, mode);
    }

    private @Nullable String care(Door door, CheckIn checkIn) {
        if (door.safetyFlags().isEmpty()) {
            return null;
        }
        Stream<String> flags = door.safetyFlags().stream().map(flag -> words.say("household.safety." + flag));
        Stream<String> first =
                checkIn.isAskedAt(door.safetyFlags()) ? Stream.of(words.say("visit.stay.first")) : Stream.empty();
        return Stream.concat(flags, first).collect(Collectors.joining(words.say("household.comma")));
    }

    private List<Visitee> people(TodayAsked asked, HomeToVisit home, boolean onTheWay, Map<Long, LastVisit> last) {
        Map<Long, List<OwedVisit>> byPerson = home.byPerson();
        List<Visitee> people = new ArrayList<>();
        for (Resident resident : home.door().residents()) {
            List<OwedVisit> shown = byPerson.getOrDefault(resident.personId(), List.of()).stream()
                    .filter(visit -> (visit.urgency() == Urgency.DONE) == (asked.show() == Show.DONE))
                    .sorted(HomeToVisit.MOST_URGENT)
                    .toList();
            if (!shown.isEmpty()) {
                people.add(visitee(resident, shown, home, onTheWay, last.get(resident.personId())));
            }
        }
        return people;
    }

    private Visitee visitee(
            Resident resident, List<OwedVisit> shown, HomeToVisit home, boolean onTheWay, @Nullable LastVisit last) {
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
                last == null
                        ? words.say("visit.today.never")
                        : words.say("visit.today.last", days.day(last.on()), how(last.mode())),
                last == null ? null : "/records?number=" + last.recordNumber(),
                notes(leading, home, onTheWay));
    }

    private String about(Resident resident) {
        String about = persons.about(resident.sex(), resident.age());
        Relation relation = resident.relation();
        return relation == null || relation == Relation.HEAD
                ? about
                : about + "·" + words.say("household.relation." + relation);
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

    private List<String> notes(OwedVisit leading, HomeToVisit home, boolean onTheWay) {
        List<String> notes = new ArrayList<>();
        leading.tries().stream()
                .filter(one -> one.outcome() != Contact.Outcome.DONE)
                .findFirst()
                .ifPresent(one ->
                        notes.add(words.say("visit.today.try." + one.outcome(), days.day(one.on()), how(one.mode()))));
        if (leading.makeUpBy() != null) {
            notes.add(words.say("visit.today.makeUp", days.day(leading.makeUpBy())));
        }
        if (onTheWay) {
            notes.add(words.say("visit.today.onTheWay"));
        } else if (leading.urgency() == Urgency.LATER && home.isToDo()) {
            notes.add(words.say("visit.today.alongWith"));
        }
        return notes;
    }

    private String how(ServiceMode mode) {
        return mode == ServiceMode.VISIT ? words.say("visit.mode.VISIT") : words.say("servicerecord.mode." + mode);
    }
}
