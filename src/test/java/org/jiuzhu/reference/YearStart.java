package org.jiuzhu.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.demo.DemoCases;
import org.jiuzhu.demo.DemoLibraries;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.Standing;
import org.jiuzhu.reference.Verdict.Try;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.visit.SpecialNodes;

/** The demo district as its first start leaves it, and what the reference is told of that. */
final class YearStart {

    private static final String TOLD =
            """
            select person_id, on_day, mode, outcome, (recorded_at at time zone 'Asia/Shanghai')::date told
            from visit_contact where withdrawn_at is null
            """;

    private final YearTown town;
    private final LocalDate first;

    YearStart(YearTown town, LocalDate first) {
        this.town = town;
        this.first = first;
    }

    /** As the demo does it; and the district enters the festival whose days are not known at the start. */
    void seed() {
        town.system(() -> {
            town.ask(DemoLibraries.class).seed(first);
            return true;
        });
        town.ask(DemoCases.class).seed();
        town.as(YearDistrict.SUPERVISOR, by -> town.ask(SpecialNodes.class)
                .add(
                        DemoNetwork.DISTRICT_CODE,
                        new SpecialNodes.NewNode("春节", LocalDate.parse("2027-02-05"), LocalDate.parse("2027-02-11")),
                        by));
    }

    /** On this day everybody of the first start came onto the register; it lies some weeks before. */
    LocalDate registered() {
        return town.system(() -> town.jdbc().queryForObject("select min(from_on) from visit_step", LocalDate.class));
    }

    /** Who is there, who died, and who was visited how until now. */
    YearBook book(YearHomes homes) {
        Set<Long> nodes = nodes();
        YearBook book = new YearBook(nodes::contains);
        long entered = registered().toEpochDay();
        town.system(() -> {
            List<Long> ids = town.jdbc().queryForList("select id from person order by id", Long.class);
            Map<Long, Household> living = town.ask(Households.class).ofPeople(ids);
            People people = town.ask(People.class);
            for (Person person : people.byIds(ids)) {
                book.enters(person.id(), entered, YearRegister.facts(person, people.changesOf(person.id())));
                Household home = living.get(person.id());
                if (person.standing() == Standing.DECEASED) {
                    book.dies(person.id(), first.toEpochDay(), first.toEpochDay());
                } else if (home != null) {
                    homes.lives(
                            person.id(), person.name(), home.id(), home.place().orgCode());
                }
            }
            town.jdbc().query(TOLD, row -> {
                book.tried(
                        row.getLong("person_id"),
                        new Try(
                                day(row.getObject("on_day", LocalDate.class)),
                                YearVisits.way(ServiceMode.valueOf(row.getString("mode"))),
                                YearVisits.ending(Outcome.valueOf(row.getString("outcome")))),
                        day(row.getObject("told", LocalDate.class)));
            });
            return true;
        });
        return book;
    }

    private Set<Long> nodes() {
        return town.system(() -> town.ask(SpecialNodes.class).of(DemoNetwork.DISTRICT_CODE).stream()
                .flatMap(node -> node.span().start().datesUntil(node.span().end()))
                .map(LocalDate::toEpochDay)
                .collect(Collectors.toSet()));
    }

    private static long day(LocalDate date) {
        return date.toEpochDay();
    }
}
