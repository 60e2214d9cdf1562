package org.jiuzhu.assessment.process;

import java.util.Objects;
import org.jiuzhu.assessment.Assessment;
import org.jiuzhu.assessment.HouseholdAssessments;
import org.jiuzhu.household.Households;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;

/** A task of {@code household-assessment.bpmn}: about the household, under the case's number. */
abstract class AssessmentTask implements TaskHandler {

    final HouseholdAssessments assessments;
    final Households households;

    AssessmentTask(HouseholdAssessments assessments, Households households) {
        this.assessments = assessments;
        this.households = households;
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return households.subject(
                Objects.requireNonNull(task.businessKey()),
                task.longVar("householdId"),
                task.longVar("caseId"),
                Urgency.valueOf(task.stringVar("urgency")));
    }

    static long id(TaskContext task) {
        return task.longVar("assessmentId");
    }

    Assessment assessment(TaskContext task) {
        return assessments.get(id(task));
    }
}
