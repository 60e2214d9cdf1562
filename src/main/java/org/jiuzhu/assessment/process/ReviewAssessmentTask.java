package org.jiuzhu.assessment.process;

import java.util.HashMap;
import java.util.Map;
import org.jiuzhu.assessment.AssessmentWords;
import org.jiuzhu.assessment.HouseholdAssessments;
import org.jiuzhu.assessment.Review;
import org.jiuzhu.household.Households;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ReviewAssessmentTask extends AssessmentTask {

    private final AssessmentWords words;

    ReviewAssessmentTask(HouseholdAssessments assessments, Households households, AssessmentWords words) {
        super(assessments, households);
        this.words = words;
    }

    @Override
    public String taskKey() {
        return "userTask_reviewAssessment";
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return words.forReview(assessment(task));
    }

    @Override
    public void checkClaim(TaskContext task, Actor by) {
        assessments.checkReviewer(id(task), by);
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        Review review = new Review(
                answers.choice("review", Review.Decision.class),
                answers.optionalText("returnReason"),
                answers.optionalText("tier"),
                answers.optionalText("policyFindClass"),
                answers.optionalText("decisionReason"),
                answers.yes("helpNeeded"));
        assessments.review(id(task), review, by);
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("review", review.decision().name());
        if (review.decision() == Review.Decision.APPROVED) {
            variables.put("helpNeeded", review.helpNeeded());
            variables.put("tier", review.tier());
            variables.put("policyFindClass", review.policyFindClass());
            variables.put("assessmentOutcome", "COMPLETED");
        }
        return variables;
    }
}
