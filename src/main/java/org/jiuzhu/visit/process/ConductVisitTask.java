package org.jiuzhu.visit.process;

import static org.jiuzhu.visit.process.VisitProcess.windowId;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.Standing;
import org.jiuzhu.household.Standings;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.visit.VisitRefusals;
import org.jiuzhu.visit.VisitReport;
import org.jiuzhu.visit.VisitReport.Finding;
import org.jiuzhu.visit.VisitReport.Told;
import org.jiuzhu.visit.VisitReports;
import org.jiuzhu.visit.VisitWindows;
import org.jiuzhu.visit.VisitWindows.Stored;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Somebody goes there, or rings; what they tell is the service record that a visit must have (CS 四(二), V22). */
@Component
class ConductVisitTask implements WindowTask {

    private final VisitWindows windows;
    private final VisitReports reports;
    private final VisitRefusals refusals;
    private final VisitSheets sheets;
    private final VisitWords words;
    private final People people;
    private final Households households;
    private final Standings standings;
    private final InHand inHand;
    private final DataScopes scopes;
    private final Clock clock;

    ConductVisitTask(
            VisitWindows windows,
            @Lazy VisitReports reports,
            VisitRefusals refusals,
            VisitSheets sheets,
            VisitWords words,
            People people,
            Households households,
            Standings standings,
            InHand inHand,
            DataScopes scopes,
            Clock clock) {
        this.windows = windows;
        this.reports = reports;
        this.refusals = refusals;
        this.sheets = sheets;
        this.words = words;
        this.people = people;
        this.households = households;
        this.standings = standings;
        this.inHand = inHand;
        this.scopes = scopes;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return "userTask_conductVisit";
    }

    @Override
    public VisitWindows windows() {
        return windows;
    }

    /** Whoever may have the task may know whom it is about, a volunteer too, whose own scope has no residents. */
    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return scopes.asSystem("visit form", () -> data(windows.get(windowId(task))));
    }

    private Map<String, Object> data(Stored window) {
        Map<String, Object> data = new HashMap<>();
        data.put("owed", words.owed(window));
        data.put("wish", words.wish(window.personId()));
        data.put("servedOn", LocalDate.now(clock).toString());
        data.put("serviceMode", "VISIT");
        data.put("hours", VisitSheets.USUAL_HOURS);
        data.put("services", sheets.services(window.place()));
        data.put("items", VisitSheets.USUAL_ITEMS);
        data.put("members", others(window.personId()));
        data.put("optedOut", people.get(window.personId()).standing() == Standing.OPTED_OUT ? "YES" : "NO");
        return data;
    }

    private List<Map<String, String>> others(long personId) {
        return households.findHouseholdOf(personId).stream()
                .flatMap(household -> households.members(household).stream())
                .filter(member -> member.livesTogether() && member.person().id() != personId)
                .map(member -> Map.of(
                        "value",
                        String.valueOf(member.person().id()),
                        "label",
                        member.person().name()))
                .toList();
    }

    /** @throws Refusal where the person asked for somebody else */
    @Override
    public void checkClaim(TaskContext task, Actor by) {
        boolean another = scopes.asSystem(
                "visit wish",
                () -> refusals.wantsAnother(
                        windows.get(VisitProcess.windowId(task)).personId(), by.username()));
        if (another) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "visit.task.askedForAnother");
        }
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        Stored window = windows.get(windowId(task));
        Person person = people.get(window.personId());
        VisitReport report = VisitReport.of(
                UUID.fromString(task.taskId()),
                told(person.id(), answers),
                sheets.of(person, window.place(), answers, by),
                task.taskId());
        inHand.run(window.id(), () -> reports.report(report, by));
        if (answers.yes("visitsAgain")) {
            standings.wantsVisitsAgain(person.id());
        }
        return Map.of();
    }

    private static List<Told> told(long personId, FormAnswers answers) {
        Outcome outcome = answers.choice("outcome", Outcome.class);
        List<Told> told = new ArrayList<>();
        told.add(new Told(
                personId,
                outcome,
                outcome == Outcome.DONE ? answers.choice("finding", Finding.class) : null,
                outcome == Outcome.REFUSED ? answers.text("refusalReason") : null));
        if (outcome == Outcome.DONE) {
            answers.choices("people").forEach(id -> told.add(Told.met(Long.parseLong(id), Finding.NO_CHANGE)));
        }
        return told;
    }
}
