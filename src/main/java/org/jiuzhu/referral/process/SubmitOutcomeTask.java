package org.jiuzhu.referral.process;

import java.util.Map;
import java.util.Objects;
import org.jiuzhu.referral.Referral;
import org.jiuzhu.referral.Referrals;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The professional point says what came of it. */
@Component
class SubmitOutcomeTask implements TaskHandler {

    private final Referrals referrals;
    private final Dates dates;

    SubmitOutcomeTask(Referrals referrals, Dates dates) {
        this.referrals = referrals;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return ReferralProcess.SUBMIT;
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return referrals.subject(referrals.get(ReferralProcess.referralId(task)), ReferralProcess.ngoCode(task));
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        String note = referrals.get(ReferralProcess.referralId(task)).returnNote();
        return Map.of("returned", note == null ? "NO" : "YES", "returnNote", note == null ? "" : note);
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        referrals.submit(
                ReferralProcess.referralId(task),
                answers.choice("outcome", Referral.Outcome.class),
                answers.text("outcomeNote"),
                Objects.requireNonNull(answers.number("sessions")).intValueExact(),
                dates.past(answers::date, "endedOn"),
                answers.optionalText("furtherNeed"));
        return Map.of();
    }
}
