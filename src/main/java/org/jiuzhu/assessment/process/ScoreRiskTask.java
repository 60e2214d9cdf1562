package org.jiuzhu.assessment.process;

import java.util.Map;
import org.jiuzhu.assessment.HouseholdAssessments;
import org.jiuzhu.assessment.RiskAnswers;
import org.jiuzhu.household.Households;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ScoreRiskTask extends AssessmentTask {

    ScoreRiskTask(HouseholdAssessments assessments, Households households) {
        super(assessments, households);
    }

    @Override
    public String taskKey() {
        return "userTask_scoreRisk";
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return Prefill.known(assessment(task).riskAnswers());
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        assessments.score(id(task), RiskAnswers.report(answers.values()));
        return Map.of();
    }
}
