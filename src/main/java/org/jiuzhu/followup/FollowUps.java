package org.jiuzhu.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.household.Households;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Problems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was found when somebody asked, after the measures, how the household is. */
@Component
public class FollowUps {

    private final FollowUpRows rows;
    private final Households households;
    private final Clock clock;

    FollowUps(FollowUpRows rows, Households households, Clock clock) {
        this.rows = rows;
        this.households = households;
        this.clock = clock;
    }

    /** @throws org.jiuzhu.shared.InvalidInput by the form's field names */
    @Transactional
    public FollowUp record(long caseId, long householdId, FollowUpReport report, Actor by) {
        var problems = new Problems();
        report.check(LocalDate.now(clock), problems);
        problems.check();
        return rows.save(
                new FollowUp(caseId, householdId, households.get(householdId).place(), report, by.username()));
    }

    /** A case's follow-ups, newest first. */
    @Transactional(readOnly = true)
    public List<FollowUp> ofCase(long caseId) {
        return rows.findByCaseIdOrderByIdDesc(caseId);
    }
}
