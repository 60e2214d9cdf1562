package org.jiuzhu.visit.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jiuzhu.household.Door;
import org.jiuzhu.visit.OwedVisit;
import org.jiuzhu.visit.OwedVisit.Urgency;
import org.jiuzhu.visit.RouteOrder;
import org.jiuzhu.visit.web.TodayAsked.Order;
import org.jiuzhu.visit.web.TodayAsked.Show;

/** A point's homes in the order of the day: what is to do, and what lies on the way. */
final class DayAtPoint {

    private final List<HomeToVisit> homes;
    private final Set<String> buildings;

    private DayAtPoint(List<HomeToVisit> homes) {
        this.homes = homes;
        this.buildings = homes.stream()
                .filter(HomeToVisit::isToDo)
                .map(home -> home.door().building())
                .filter(building -> !building.isEmpty())
                .collect(Collectors.toSet());
    }

    static DayAtPoint of(Collection<Door> doors, List<OwedVisit> visits) {
        Map<Long, List<OwedVisit>> byPerson = visits.stream().collect(Collectors.groupingBy(OwedVisit::personId));
        return new DayAtPoint(doors.stream()
                .map(door -> new HomeToVisit(
                        door,
                        door.residents().stream()
                                .flatMap(one -> byPerson.getOrDefault(one.personId(), List.of()).stream())
                                .toList()))
                .toList());
    }

    /** How many homes a choice shows, without those that only lie on the way. */
    int count(Show show) {
        return (int) homes.stream().filter(of(show)).count();
    }

    int onTheWay() {
        return (int) homes.stream().filter(this::isOnTheWay).count();
    }

    /** Later, but next door to what is to do now. */
    boolean isOnTheWay(HomeToVisit home) {
        return home.urgency() == Urgency.LATER && buildings.contains(home.door().building());
    }

    List<HomeToVisit> inOrder(Order order, Show show) {
        Predicate<HomeToVisit> wanted =
                show == Show.TODO && order == Order.ROUTE ? of(show).or(this::isOnTheWay) : of(show);
        List<HomeToVisit> shown = homes.stream().filter(wanted).toList();
        if (order == Order.DUE) {
            return shown.stream().sorted(HomeToVisit.BY_NEED).toList();
        }
        return byBuilding(shown);
    }

    /** House by house; the houses in which somebody in special care waits come first (PT(九)). */
    private static List<HomeToVisit> byBuilding(List<HomeToVisit> shown) {
        Map<String, List<HomeToVisit>> houses = shown.stream()
                .collect(
                        Collectors.groupingBy(home -> home.door().building(), LinkedHashMap::new, Collectors.toList()));
        List<HomeToVisit> route = new ArrayList<>();
        houses.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, List<HomeToVisit>>, Boolean>comparing(
                                house -> house.getValue().stream().noneMatch(HomeToVisit::caresSpecially))
                        .thenComparing(Map.Entry::getKey, RouteOrder.INSTANCE))
                .forEach(house ->
                        house.getValue().stream().sorted(HomeToVisit.BY_FLAT).forEach(route::add));
        return route;
    }

    private static Predicate<HomeToVisit> of(Show show) {
        return switch (show) {
            case TODO -> HomeToVisit::isToDo;
            case LATE -> home -> home.has(Urgency.LATE);
            case LATER -> home -> home.urgency() == Urgency.LATER;
            case DONE -> home -> home.has(Urgency.DONE);
        };
    }
}
