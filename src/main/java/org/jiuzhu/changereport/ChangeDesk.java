package org.jiuzhu.changereport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuzhu.household.People;
import org.jiuzhu.lifecycle.ActiveCases;
import org.jiuzhu.lifecycle.ActiveCases.ActiveCase;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.workflow.TaskSubject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with a report. */
@Component
@Transactional
public class ChangeDesk {

    private final ChangeReportRows rows;
    private final People people;
    private final ActiveCases cases;
    private final Clock clock;

    ChangeDesk(ChangeReportRows rows, People people, ActiveCases cases, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.cases = cases;
        this.clock = clock;
    }

    /** @throws Refusal NOT_FOUND if it is not there or not visible */
    @Transactional(readOnly = true)
    public ChangeReport get(long id) {
        return rows.findById(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "changereport.notFound"));
    }

    @Transactional(readOnly = true)
    public Optional<ChangeReport> find(String number) {
        return rows.findByNumber(number);
    }

    @Transactional(readOnly = true)
    public TaskSubject subject(long id) {
        return get(id).subject(null);
    }

    /** What may follow: a case in hand is told, otherwise a lead asks for one. */
    @Transactional(readOnly = true)
    public List<NextStep> nextSteps(long id) {
        return List.of(NextStep.RECORD_ONLY, openCase(id).isPresent() ? NextStep.TELL_CASE : NextStep.NEW_LEAD);
    }

    @Transactional(readOnly = true)
    public Optional<ActiveCase> openCase(long id) {
        return cases.of(get(id).householdId());
    }

    /**
     * @throws org.jiuzhu.shared.InvalidInput by the form's field names
     * @throws Refusal CONFLICT if somebody has looked at it already
     */
    public void assess(long id, Finding finding, Actor by) {
        ChangeReport report = get(id);
        var problems = new Problems();
        finding.check(LocalDate.now(clock), people.get(report.personId()).birthDate(), problems);
        problems.check();
        report.found(finding, by);
    }
}
