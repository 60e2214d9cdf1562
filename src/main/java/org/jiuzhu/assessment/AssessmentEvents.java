package org.jiuzhu.assessment;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jiuzhu.lifecycle.ConsentWithdrawn;
import org.jiuzhu.lifecycle.ConsentWithdrawn.Consent;
import org.jiuzhu.lifecycle.HouseholdMoved;
import org.jiuzhu.workflow.Messages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to an assessment from outside. It rests on consent: when that is taken back, it stops where it is; what is
 * done stays done.
 */
@Component
@Transactional
class AssessmentEvents {

    private static final EnumSet<AssessmentStatus> DONE =
            EnumSet.of(AssessmentStatus.APPROVED, AssessmentStatus.CONSENT_REFUSED, AssessmentStatus.WITHDRAWN);

    private final AssessmentRows rows;
    private final HouseholdAssessments assessments;
    private final Messages messages;

    AssessmentEvents(AssessmentRows rows, HouseholdAssessments assessments, Messages messages) {
        this.rows = rows;
        this.assessments = assessments;
        this.messages = messages;
    }

    /** What waits for its review is advised anew: other rules hold at the new place. */
    @EventListener
    void on(HouseholdMoved moved) {
        rows.findByHouseholdIdAndStatus(moved.householdId(), AssessmentStatus.SCORED)
                .forEach(assessment -> {
                    assessments.recommendTier(assessment.id());
                    assessments.proposeClass(assessment.id());
                });
    }

    @EventListener
    void on(ConsentWithdrawn withdrawn) {
        if (withdrawn.consent() != Consent.ASSESSMENT) {
            return;
        }
        List<Assessment> underWay = rows.findByCaseIdAndStatusIn(withdrawn.caseId(), EnumSet.complementOf(DONE));
        if (underWay.isEmpty()) {
            return;
        }
        underWay.forEach(Assessment::withdrawn);
        messages.correlate(
                "AssessmentHalted", withdrawn.caseNumber(), Map.of("assessmentOutcome", "CONSENT_WITHDRAWN"));
    }
}
