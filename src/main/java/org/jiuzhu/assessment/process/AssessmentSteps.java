package org.jiuzhu.assessment.process;

import org.jiuzhu.assessment.HouseholdAssessments;
import org.jiuzhu.workflow.ForModels;
import org.springframework.stereotype.Component;

/** What {@code household-assessment.bpmn} calls by the name {@code assessments}. */
@Component("assessments")
@ForModels
public class AssessmentSteps {

    private final HouseholdAssessments assessments;

    AssessmentSteps(HouseholdAssessments assessments) {
        this.assessments = assessments;
    }

    public long open(long caseId, long householdId) {
        return assessments.open(caseId, householdId);
    }

    /** @return the tier's code, {@code HIGH} or {@code NONE} */
    public String recommendTier(long assessmentId) {
        return assessments.recommendTier(assessmentId).value();
    }

    /** @return the class's code, {@code PF_POTENTIAL} or {@code NONE} */
    public String proposeClass(long assessmentId) {
        return assessments.proposeClass(assessmentId).value();
    }
}
