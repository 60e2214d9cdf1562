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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.doorstay.CheckIn;
import org.jiuzhu.doorstay.DoorStays;
import org.jiuzhu.household.Doors;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.EntrustedVisits;
import org.jiuzhu.visit.EntrustedVisits.Entrusted;
import org.jiuzhu.visit.LastVisit;
import org.jiuzhu.visit.OwedVisit;
import org.jiuzhu.visit.OwedVisit.Urgency;
import org.jiuzhu.visit.PointVisits;
import org.jiuzhu.visit.PointVisits.Load;
import org.jiuzhu.visit.web.HomeWords.Before;
import org.jiuzhu.visit.web.HomeWords.Stop;
import org.jiuzhu.visit.web.TodayAsked.Order;
import org.jiuzhu.visit.web.TodayAsked.Show;
import org.jiuzhu.visit.web.TodayPage.Choice;
import org.jiuzhu.visit.web.TodayPage.Home;
import org.jiuzhu.visit.web.TodayPage.Section;
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

    private final PointVisits visits;
    private final EntrustedVisits entrusting;
    private final Doors doors;
    private final DoorStays stays;
    private final StayWords inside;
    private final Network network;
    private final HomeWords homes;
    private final ServiceRecords records;
    private final DueWords days;
    private final Words words;
    private final Clock clock;

    TodayViews(
            PointVisits visits,
            EntrustedVisits entrusting,
            Doors doors,
            DoorStays stays,
            StayWords inside,
            Network network,
            HomeWords homes,
            ServiceRecords records,
            DueWords days,
            Words words,
            Clock clock) {
        this.visits = visits;
        this.entrusting = entrusting;
        this.doors = doors;
        this.stays = stays;
        this.inside = inside;
        this.network = network;
        this.homes = homes;
        this.records = records;
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    TodayPage page(TodayAsked asked, Actor reader) {
        List<OwedVisit> owed = visits.at(asked.place());
        List<Long> people = owed.stream().map(OwedVisit::personId).distinct().toList();
        CheckIn checkIn = stays.asks(asked.place().orgCode());
        return page(
                asked,
                DayAtPoint.of(doors.of(people), owed),
                owed,
                digest(reader.username()),
                inside.at(asked.place(), reader),
                true,
                shown -> {
                    Before before = before(shown);
                    return stop -> homes.home(asked, stop, checkIn, before);
                });
    }

    /** What is entrusted to somebody who sees no residents: whom, where and until when. */
    TodayPage entrusted(TodayAsked asked, Actor reader) {
        Entrusted entrusted = entrusting.of(reader);
        return page(
                asked,
                DayAtPoint.of(entrusted.doors(), entrusted.visits()),
                entrusted.visits(),
                digest(reader.username()),
                inside.own(reader),
                false,
                shown -> stop -> homes.entrusted(asked, stop, entrusted));
    }

    private TodayPage page(
            TodayAsked asked,
            DayAtPoint day,
            List<OwedVisit> owed,
            @Nullable String digest,
            List<StayWords.Inside> inside,
            boolean quick,
            Function<List<HomeToVisit>, Function<Stop, Home>> said) {
        List<HomeToVisit> all = day.inOrder(asked.order(), asked.show());
        int from = Math.min(asked.from(), all.size());
        int to = Math.min(from + PAGE, all.size());
        List<HomeToVisit> shown = all.subList(from, to);
        return new TodayPage(
                today(),
                summary(day, owed),
                digest,
                inside,
                quick,
                asked.address(),
                asked.named() ? network.unit(asked.place().orgCode()).name() : null,
                asked.named() ? TodayAsked.PATH : null,
                orders(asked),
                shows(asked, day),
                sections(asked, day, all, shown, from, said.apply(shown)),
                to,
                all.size(),
                to < all.size() ? asked.after(to) : null,
                asked.show() == Show.TODO && day.count(Show.LATER) > 0 ? asked.with(Show.LATER) : null);
    }

    /** A visit at a place somebody has moved from is told; its record stays there. */
    private Before before(List<HomeToVisit> shown) {
        Map<Long, LastVisit> last = visits.lastVisits(shown.stream()
                .flatMap(home -> home.visits().stream())
                .map(OwedVisit::personId)
                .distinct()
                .toList());
        return new Before(
                last,
                records.visible(
                        last.values().stream().map(LastVisit::recordNumber).toList()));
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
            Function<Stop, Home> said) {
        Map<String, List<Home>> sections = new LinkedHashMap<>();
        HomeToVisit next = all.stream().filter(HomeToVisit::isToDo).findFirst().orElse(null);
        for (int at = 0; at < shown.size(); at++) {
            HomeToVisit home = shown.get(at);
            String key = asked.order() == Order.ROUTE
                    ? home.door().building()
                    : home.urgency().name();
            var stop = new Stop(home, from + at + 1, home == next, day.isOnTheWay(home));
            sections.computeIfAbsent(key, any -> new ArrayList<>()).add(said.apply(stop));
        }
        return sections.entrySet().stream()
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
}
