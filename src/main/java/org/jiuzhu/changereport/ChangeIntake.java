package org.jiuzhu.changereport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.lifecycle.LeadDoor;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Numbers;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.Messages;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one door for changes: nothing told is lost, and nothing is taken twice. */
@Component
@Transactional
public class ChangeIntake {

    static final int LONGEST_STORY = 2000;

    private final ChangeReportRows rows;
    private final WhoIsMeant who;
    private final People people;
    private final Households households;
    private final LeadDoor leads;
    private final Numbers numbers;
    private final Timeline timeline;
    private final Messages messages;
    private final DataScopes scopes;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ChangeIntake(
            ChangeReportRows rows,
            WhoIsMeant who,
            People people,
            Households households,
            LeadDoor leads,
            Numbers numbers,
            Timeline timeline,
            Messages messages,
            DataScopes scopes,
            JdbcTemplate jdbc,
            Clock clock) {
        this.rows = rows;
        this.who = who;
        this.people = people;
        this.households = households;
        this.leads = leads;
        this.numbers = numbers;
        this.timeline = timeline;
        this.messages = messages;
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes a report from a consultant, who is asked whom it is about where that is not certain.
     *
     * @throws org.jiuzhu.shared.InvalidInput by the names of the report's fields
     */
    public Answered fromConsultant(NewChangeReport told, Actor by) {
        check(told);
        Optional<Person> certain = who.certain(told);
        if (certain.isPresent()) {
            return take(told, certain.get(), by);
        }
        return new Answered.Unclear(people.cards(who.possible(told)));
    }

    /**
     * Takes a report from whoever sees nothing of the register: what is not certain is handed in as a lead, and the
     * reporter does not learn who is registered.
     */
    public Answered fromOutside(NewChangeReport told, Actor by) {
        check(told);
        return scopes.asSystem("change report", () -> {
            Optional<Person> certain = told.personId() == null ? who.certain(told) : Optional.empty();
            return certain.isPresent() ? take(told, certain.get(), by) : asLead(told, by);
        });
    }

    /** Nobody of the register is meant: the same words go on as a lead. */
    public Answered.AsLead asLead(NewChangeReport told, Actor by) {
        check(told);
        return new Answered.AsLead(leads.take(
                new LeadDoor.Told(
                        told.ref(),
                        told.story(),
                        false,
                        told.cannotWait(),
                        told.name(),
                        told.idNumber(),
                        told.phone(),
                        told.committeeCode(),
                        by.orgCode()),
                by));
    }

    private Answered.Taken take(NewChangeReport told, Person person, Actor by) {
        Household home = households.get(households.householdOf(person.id()));
        return scopes.asSystem("change report", () -> {
            String number = numbers.next(Numbers.Kind.BH);
            if (!claim(told, by, number)) {
                return new Answered.Taken(known(told, by), true);
            }
            start(rows.saveAndFlush(new ChangeReport(number, told, person.id(), home, by, clock.instant())), by);
            return new Answered.Taken(number, false);
        });
    }

    private void start(ChangeReport report, Actor by) {
        timeline.add(
                "change.reported",
                report.subject(null),
                null,
                by,
                Map.of("change", report.kind().name()));
        messages.start(
                "ChangeReported",
                report.number(),
                Map.of(
                        "reportId", report.id(),
                        "householdId", report.householdId(),
                        "orgCode", report.place().orgCode(),
                        "urgency", report.urgency().name()));
    }

    /** False when the report is there already; waits for a delivery of it that is still under way. */
    private boolean claim(NewChangeReport told, Actor by, String number) {
        return jdbc.update(
                        "insert into change_ticket (reporter, ref, number) values (?, ?, ?) on conflict do nothing",
                        by.username(),
                        told.ref(),
                        number)
                == 1;
    }

    private String known(NewChangeReport told, Actor by) {
        List<String> number = jdbc.queryForList(
                "select number from change_ticket where reporter = ? and ref = ?",
                String.class,
                by.username(),
                told.ref());
        return number.get(0);
    }

    private void check(NewChangeReport told) {
        var problems = new Problems();
        if (told.story().isBlank()) {
            problems.add("story", "changereport.story");
        } else if (told.story().length() > LONGEST_STORY) {
            problems.add("story", "household.tooLong", LONGEST_STORY);
        }
        LocalDate on = told.happenedOn();
        if (on != null && on.isAfter(LocalDate.now(clock))) {
            problems.add("happenedOn", "person.date.future");
        }
        if (told.personId() == null && told.name() == null && told.idNumber() == null) {
            problems.add("name", "changereport.who");
        }
        problems.check();
    }
}
