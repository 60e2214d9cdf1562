package org.jiuzhu.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.lifeevent.DeathReport;
import org.jiuzhu.lifeevent.Deaths;
import org.jiuzhu.lifeevent.HouseholdMove;
import org.jiuzhu.lifeevent.HouseholdMove.NewMove;
import org.jiuzhu.lifeevent.Moves;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.Actor;

/** Who comes to the district, who moves within it and who dies, through the processes of the product. */
final class YearLife {

    private static final List<Set<AssistanceCategory>> NEWCOMERS = List.of(
            Set.of(AssistanceCategory.DIBAO_URBAN),
            Set.of(AssistanceCategory.EXPENDITURE),
            Set.of(AssistanceCategory.FOUND_BY_VISIT));

    private final YearTown town;
    private final YearBook book;
    private final YearHomes homes;
    /** On the first day at the new place: which home goes where. */
    private final Map<Long, Map<Long, String>> arrivals = new TreeMap<>();

    private final Set<Long> onTheMove = new HashSet<>();
    /** On the day on which it turns out: whose death was reported by mistake, and in which report. */
    private final Map<Long, Map<Long, String>> mistakes = new TreeMap<>();

    YearLife(YearTown town, YearBook book, YearHomes homes) {
        this.town = town;
        this.book = book;
        this.homes = homes;
    }

    /** What was to come on this day, before anything else happens on it. */
    void comes(long day) {
        arrivals.getOrDefault(day, Map.of()).forEach((home, to) -> {
            homes.moves(home, to);
            onTheMove.remove(home);
            Notice notice = YearRegister.NOTICES.get(to.substring(0, DemoNetwork.YUNFAN.length()));
            homes.membersOf(home).forEach(person -> book.changes(person, day, known -> known.under(notice)));
        });
        mistakes.getOrDefault(day, Map.of()).forEach((person, report) -> {
            town.complete(
                    town.taskOf(report, "confirmDeath"), Map.of("deathTrue", "NO", "reversalReason", "同名同姓，人还在。"));
            homes.livesAfterAll(person);
            book.livesAfterAll(person, day);
        });
    }

    void dies(long person, LocalDate today) {
        String report = report(person, today);
        town.complete(town.taskOf(report, "confirmDeath"), Map.of("deathTrue", "YES"));
    }

    /** @return whether it happened: whoever lives alone, or is about to move, is not taken for dead */
    boolean isTakenForDead(long person, LocalDate today) {
        long home = homes.homeOf(person);
        if (homes.membersOf(home).size() == 1 || onTheMove.contains(home)) {
            return false;
        }
        long turnsOut = today.toEpochDay() + 4 + YearFates.dice(person, today.toEpochDay(), 46, 40);
        onTheMove.add(home);
        mistakes.computeIfAbsent(turnsOut, key -> new HashMap<>()).put(person, report(person, today));
        return true;
    }

    /** Half of all deaths are told on their day, the others some weeks late. */
    private String report(long person, LocalDate today) {
        long day = today.toEpochDay();
        long late = Math.max(0, YearFates.dice(person, day, 52, 80) - 40);
        LocalDate on = LocalDate.ofEpochDay(Math.max(book.since(person), day - late));
        List<DeathReport> reports = new ArrayList<>();
        town.visitor(
                homes.orgOf(person),
                by -> reports.add(
                        town.ask(Deaths.class).report(person, on, DeathReport.Source.FAMILY, "家属来居委说的。", null, by)));
        town.settle();
        book.dies(person, on.toEpochDay(), day);
        homes.dies(person);
        return reports.get(0).number();
    }

    /** @return whether it happened: nobody moves to where they are, nor twice at once */
    boolean moves(long person, LocalDate today) {
        long home = homes.homeOf(person);
        long day = today.toEpochDay();
        String to = somePlace(person, day);
        if (to.equals(homes.placeOf(home)) || isUnderWay(home) || !onTheMove.add(home)) {
            return false;
        }
        LocalDate on = today.plusDays(1 + YearFates.dice(person, day, 48, 25));
        List<HouseholdMove> moves = new ArrayList<>();
        Actor by = town.stationConsultantOf(homes.placeOf(home).substring(0, DemoNetwork.YUNFAN.length()));
        town.as(
                by,
                who -> moves.add(town.ask(Moves.class)
                        .propose(home, new NewMove(to, on, "搬到女儿家附近。", "样板路 88 弄", "3 号 201 室"), who)));
        town.settle();
        HouseholdMove move = moves.get(0);
        town.complete(town.taskOf(move.number(), "confirmTransferOut"), Map.of("agreed", "YES"));
        if (!move.isWithinStreet()) {
            town.complete(town.taskOf(move.number(), "confirmTransferIn"), Map.of("agreed", "YES"));
        }
        arrivals.computeIfAbsent(on.toEpochDay(), key -> new HashMap<>()).put(home, to);
        return true;
    }

    /** The first start has left moves to which one side has not agreed yet. */
    private boolean isUnderWay(long home) {
        return town.system(() -> town.ask(Moves.class).underWay(home).isPresent());
    }

    /** Somebody comes onto the register. */
    void enters(LocalDate today) {
        long day = today.toEpochDay();
        String org = somePlace(1, day);
        Set<AssistanceCategory> categories = NEWCOMERS.get(YearFates.dice(2, day, 49, NEWCOMERS.size()));
        town.visitor(org, by -> {
            Person person = town.ask(People.class)
                    .register(new NewPerson(
                            org,
                            "新登记",
                            null,
                            null,
                            null,
                            LocalDate.of(1950 + YearFates.dice(3, day, 50, 40), 3, 5),
                            PersonDetails.of(categories)));
            Household home =
                    town.ask(Households.class).register(new NewHousehold(org, "样板路 9 弄", "1 号 101 室", person.id()));
            homes.lives(person.id(), person.name(), home.id(), org);
            book.enters(person.id(), day, YearRegister.facts(person, List.of()));
        });
    }

    private String somePlace(long person, long day) {
        List<String> streets = DemoNetwork.STREETS;
        var points = town.system(
                () -> town.ask(Network.class).pointsOf(streets.get(YearFates.dice(person, day, 47, streets.size()))));
        return points.get(YearFates.dice(person, day, 51, points.size())).code();
    }
}
