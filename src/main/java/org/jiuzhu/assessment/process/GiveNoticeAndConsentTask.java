package org.jiuzhu.assessment.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jiuzhu.assessment.Consent;
import org.jiuzhu.assessment.HouseholdAssessments;
import org.jiuzhu.household.Households;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class GiveNoticeAndConsentTask extends AssessmentTask {

    GiveNoticeAndConsentTask(HouseholdAssessments assessments, Households households) {
        super(assessments, households);
    }

    @Override
    public String taskKey() {
        return "userTask_giveNoticeAndConsent";
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        boolean given = answers.yes("consentGiven");
        assessments.consent(
                id(task),
                new Consent(
                        Objects.requireNonNull(answers.date("noticeOn")),
                        Set.copyOf(answers.choices("explained")),
                        given,
                        answers.text("consentBy"),
                        answers.yes("sensitiveConsent"),
                        answers.optionalText("consentForm"),
                        answers.optionalText("refusalReason")));
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("consentGiven", given);
        if (!given) {
            variables.put("assessmentOutcome", "CONSENT_REFUSED");
        }
        return variables;
    }
}
