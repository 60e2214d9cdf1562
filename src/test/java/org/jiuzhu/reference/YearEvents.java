package org.jiuzhu.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jiuzhu.changereport.Answered;
import org.jiuzhu.changereport.ChangeDesk;
import org.jiuzhu.changereport.ChangeIntake;
import org.jiuzhu.changereport.NewChangeReport;
import org.jiuzhu.changereport.NextStep;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.PersonDetails;

/** What life does in the district, told by those who hear of it; each is noted in the book as the reference reads it. */
final class YearEvents {

    /** Something happens to one of so many people on a day. */
    private static final int RARE = 400;

    /** Out of so many who were met one tells what the visitor takes for an alert. */
    private static final int TOLD_ON_A_VISIT = 100;

    private static final int NEWCOMERS = 21;
    private static final List<Set<AssistanceCategory>> CATEGORIES = List.of(
            Set.of(AssistanceCategory.DESTITUTE),
            Set.of(AssistanceCategory.DIBAO_URBAN),
            Set.of(AssistanceCategory.MARGINAL),
            Set.of(AssistanceCategory.EXPENDITURE),
            Set.of(AssistanceCategory.TEMPORARY_APPLICANT),
            Set.of());

    private final YearTown town;
    private final YearBook book;
    private final YearHomes homes;
    private final YearLife life;
    private final People people;
    private final Map<String, Integer> happened = new TreeMap<>();

    YearEvents(YearTown town, YearBook book, YearHomes homes) {
        this.town = town;
        this.book = book;
        this.homes = homes;
        life = new YearLife(town, book, homes);
        people = town.ask(People.class);
    }

    /** How often what happened. */
    Map<String, Integer> happened() {
        return happened;
    }

    void of(LocalDate today) {
        long day = today.toEpochDay();
        life.comes(day);
        for (long person : homes.everybody()) {
            if (YearFates.dice(person, day, 40, RARE) == 0) {
                happen(person, today);
            }
        }
        if (YearFates.dice(0, day, 41, NEWCOMERS) == 0) {
            life.enters(today);
            count("entry", true);
        }
    }

    /** After the day's visits. */
    void ofTheEvening(LocalDate today) {
        long day = today.toEpochDay();
        for (long person : homes.everybody()) {
            if (book.wasMet(person, day) && YearFates.dice(person, day, 53, TOLD_ON_A_VISIT) == 0) {
                change(person, today, true);
            }
        }
    }

    private void happen(long person, LocalDate today) {
        switch (YearFates.dice(person, today.toEpochDay(), 42, 20)) {
            case 0 -> {
                count("death", true);
                life.dies(person, today);
            }
            case 1 -> count("mistaken death", life.isTakenForDead(person, today));
            case 2, 3, 4 -> count("move", life.moves(person, today));
            case 5, 6, 7 -> alert(person, today);
            case 8, 9, 10, 11 -> care(person, today);
            case 12, 13, 14, 15 -> categorise(person, today);
            default -> change(person, today, YearFates.dice(person, today.toEpochDay(), 45, 2) == 0);
        }
    }

    private void count(String what, boolean really) {
        if (really) {
            happened.merge(what, 1, Integer::sum);
        }
    }

    private void alert(long person, LocalDate today) {
        count("alert", true);
        town.visitor(homes.orgOf(person), by -> people.illnessAlert(person, today, by));
        book.changes(person, today.toEpochDay(), known -> known.pushedOn(today.toEpochDay()));
    }

    private void care(long person, LocalDate today) {
        count("special care", true);
        boolean cared = !book.of(person).specialCare();
        describe(person, details -> with(details, details.categories(), cared));
        book.changes(person, today.toEpochDay(), known -> known.specialCare(cared));
    }

    private void categorise(long person, LocalDate today) {
        count("category", true);
        long day = today.toEpochDay();
        Set<AssistanceCategory> now = CATEGORIES.get(YearFates.dice(person, day, 43, CATEGORIES.size()));
        describe(person, details -> with(details, now, details.specialCare()));
        book.changes(person, day, known -> YearRegister.with(known, now));
    }

    private void describe(long person, UnaryOperator<PersonDetails> how) {
        town.visitor(homes.orgOf(person), by -> {
            Person known = people.get(person);
            people.describe(person, known.version(), how.apply(known.details()));
        });
    }

    /** Somebody tells that something happened; a consultant looks, and finds it so. */
    private void change(long person, LocalDate today, boolean isAlert) {
        count(isAlert ? "urgent event" : "event", true);
        long day = today.toEpochDay();
        LocalDate on = today.minusDays(YearFates.dice(person, day, 44, 20));
        boolean isNews = !book.of(person).changes().contains(on.toEpochDay());
        List<String> numbers = new ArrayList<>();
        town.visitor(homes.orgOf(person), by -> {
            Answered answered = town.ask(ChangeIntake.class).fromConsultant(told(person, day, on), by);
            numbers.add(((Answered.Taken) answered).number());
        });
        town.settle();
        town.complete(
                town.taskOf(numbers.get(0), "assessChange"),
                Map.of(
                        "lookedOn", today.toString(),
                        "method", "VISIT",
                        "holds", "YES",
                        "findings", "上门看过，腿上打了石膏。",
                        "kind", "ACCIDENT",
                        "happenedOn", on.toString(),
                        "severity", "NOTABLE",
                        "alert", isAlert ? "YES" : "NO",
                        "nextStep", isAlert ? follows(numbers.get(0)) : "RECORD_ONLY"));
        town.settle();
        book.changes(person, day, known -> known.changedOn(on.toEpochDay()));
        if (isAlert && isNews) {
            book.alerted(person, day);
        }
    }

    /** A case in hand is told, or a lead asks for one. */
    private String follows(String number) {
        return town.system(() -> {
            ChangeDesk desk = town.ask(ChangeDesk.class);
            List<NextStep> steps =
                    desk.nextSteps(desk.find(number).orElseThrow().id());
            return steps.get(steps.size() - 1).name();
        });
    }

    private static NewChangeReport told(long person, long day, LocalDate on) {
        return new NewChangeReport(
                "year-" + person + "-" + day,
                person,
                null,
                null,
                null,
                null,
                ChangeKind.ACCIDENT,
                on,
                "邻居说前几天下楼时摔了一跤。",
                false);
    }

    private static PersonDetails with(PersonDetails d, Set<AssistanceCategory> categories, boolean special) {
        return new PersonDetails(
                categories,
                d.supportMode(),
                d.hukouKind(),
                d.hukouAddress(),
                d.maritalStatus(),
                d.employment(),
                d.severeIllness(),
                d.severeIllnessOn(),
                d.disabilityKind(),
                d.disabilityGrade(),
                d.selfCare(),
                d.guardian(),
                special,
                d.illnessAlertOn(),
                d.extraTier(),
                d.hukouCommittee(),
                d.residenceAddress(),
                d.disabilityCertificate(),
                d.policyFind());
    }
}
