package org.jiuzhu.referral.process;

import java.util.Map;
import java.util.Objects;
import org.jiuzhu.referral.Referral;
import org.jiuzhu.referral.Referrals;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The station asks the household and confirms the outcome, or asks the point for more. */
@Component
class ConfirmOutcomeTask implements TaskHandler {

    private final Referrals referrals;
    private final Words words;

    ConfirmOutcomeTask(Referrals referrals, Words words) {
        this.referrals = referrals;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return ReferralProcess.CONFIRM;
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return referrals.subject(referrals.get(ReferralProcess.referralId(task)), null);
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        Referral referral = referrals.get(ReferralProcess.referralId(task));
        return Map.of(
                "outcomeSummary",
                words.say("referral.outcome." + referral.outcome()) + "\n\n"
                        + Objects.requireNonNullElse(referral.outcomeNote(), ""));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        long referralId = ReferralProcess.referralId(task);
        boolean confirmed = answers.yes(ReferralProcess.OUTCOME_CONFIRMED);
        if (confirmed) {
            referrals.confirm(referralId, answers.optionalText("satisfaction"));
        } else {
            referrals.returnOutcome(referralId, answers.text("missing"));
        }
        return Map.of(ReferralProcess.OUTCOME_CONFIRMED, confirmed);
    }
}
