package org.jiuzhu.visit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.household.Households;
import org.jiuzhu.lifecycle.ChangeFound;
import org.jiuzhu.servicerecord.NewServiceRecord;
import org.jiuzhu.servicerecord.RecordSubjects;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.visit.VisitReport.Finding;
import org.jiuzhu.visit.VisitReport.Told;
import org.jiuzhu.workflow.TaskSubject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one verb by which the outcome of a visit is told, from whatever page, form or machine. */
@Component
@Transactional
public class VisitReports {

    private static final Set<String> VISITORS =
            Set.of("pointConsultant", "pointLead", "stationConsultant", "stationLead", "otherVisitor", "ngoWorker");

    private static final Set<String> REASONS =
            Arrays.stream(RefusalReason.values()).map(Enum::name).collect(Collectors.toSet());

    private final ServiceRecords records;
    private final RecordSubjects subjects;
    private final Households households;
    private final VisitContacts contacts;
    private final WindowCredits credits;
    private final ApplicationEventPublisher events;
    private final JdbcTemplate jdbc;
    private final DataScopes scopes;
    private final Clock clock;

    VisitReports(
            ServiceRecords records,
            RecordSubjects subjects,
            Households households,
            VisitContacts contacts,
            WindowCredits credits,
            ApplicationEventPublisher events,
            JdbcTemplate jdbc,
            DataScopes scopes,
            Clock clock) {
        this.records = records;
        this.subjects = subjects;
        this.households = households;
        this.contacts = contacts;
        this.credits = credits;
        this.events = events;
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * Writes the record, credits every window that counts it, and tells on what was found.
     *
     * @return the record's id; of the first telling, if this one came before
     * @throws org.jiuzhu.shared.InvalidInput by the names of the sheet's fields, {@code people} or {@code
     *     refusalReason}
     * @throws Refusal FORBIDDEN for whoever visits nobody, CONFLICT for a telling that was taken back, NOT_FOUND for people outside the actor's scope, and as
     *     {@link org.jiuzhu.workflow.TaskDesk#open} does where a task is named
     */
    public long report(VisitReport report, Actor by) {
        if (!by.mayAct() || by.roles().stream().noneMatch(VISITORS::contains)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "visit.report.mayNot");
        }
        if (!claim(report, by)) {
            return scopes.asSystem("visit report", () -> toldBefore(report, by));
        }
        checkWords(report);
        TaskSubject about = subject(report, by);
        checkPeople(report, about);
        long id = records.write(
                new NewServiceRecord(report.requestId(), report.sheet(), List.of(), about, report.taskId()), by);
        String number = scopes.asSystem("visit report", () -> records.get(id).number());
        contacts.tell(number, report, by);
        credits.recount(report.people().stream().map(Told::personId).collect(Collectors.toSet()), Set.of(report.on()));
        tellOn(report, about, number, by);
        events.publishEvent(new VisitReported(report, by));
        return id;
    }

    private long toldBefore(VisitReport report, Actor by) {
        long id = records.ofRequest(report.requestId(), by).orElseThrow();
        if (records.current(records.get(id).number()).withdrawn()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "visit.undo.taken");
        }
        return id;
    }

    /** False for a telling that is there already; waits for one that is still under way. */
    private boolean claim(VisitReport report, Actor by) {
        return jdbc.update(
                        "insert into visit_report (reported_by, request_id, reported_at) values (?, ?, ?) on conflict do nothing",
                        by.username(),
                        report.requestId(),
                        Timestamp.from(clock.instant()))
                == 1;
    }

    private TaskSubject subject(VisitReport report, Actor by) {
        return report.taskId() == null
                ? subjects.ofPerson(report.people().get(0).personId())
                : subjects.ofTask(report.taskId(), by);
    }

    private static void checkWords(VisitReport report) {
        var problems = new Problems();
        List<Told> people = report.people();
        if (people.isEmpty()) {
            problems.add("people", "visit.report.nobody");
        } else if (people.stream().map(Told::personId).distinct().count() < people.size()) {
            problems.add("people", "visit.report.twice");
        }
        for (Told told : people) {
            boolean refused = told.outcome() == Outcome.REFUSED;
            if (refused && !REASONS.contains(Objects.requireNonNullElse(told.refusalReason(), ""))) {
                problems.add("refusalReason", "visit.report.refusalReason");
            }
            if (told.finding() != null && told.outcome() != Outcome.DONE) {
                problems.add("finding", "visit.report.findingWithoutVisit");
            }
        }
        problems.check();
    }

    /** Whoever is told of lives in the one household, and whom the task is about is told of. */
    private void checkPeople(VisitReport report, TaskSubject about) {
        Set<Long> known = scopes.asSystem("visit report", () -> members(about));
        Set<Long> told = report.people().stream().map(Told::personId).collect(Collectors.toSet());
        var problems = new Problems();
        if (!known.containsAll(told)) {
            problems.add("people", "visit.report.otherHousehold");
        } else if (about.personId() != null && !told.contains(about.personId())) {
            problems.add("people", "visit.report.notAbout");
        }
        problems.check();
    }

    private Set<Long> members(TaskSubject about) {
        Long household = about.householdId();
        Set<Long> known = household == null
                ? new HashSet<>()
                : households.members(household).stream()
                        .map(member -> member.person().id())
                        .collect(Collectors.toSet());
        if (about.personId() != null) {
            known.add(about.personId());
        }
        return known;
    }

    private void tellOn(VisitReport report, TaskSubject about, String number, Actor by) {
        Long household = about.householdId();
        if (household == null) {
            return;
        }
        report.people().stream()
                .filter(Told::isNews)
                .forEach(told -> events.publishEvent(new ChangeFound(
                        told.personId(), household, number, told.finding() == Finding.EMERGENCY, by.username())));
    }
}
