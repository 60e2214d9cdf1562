package org.jiuzhu.referral.process;

import java.time.LocalDate;
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

/** The station asks for consent and says what the professional point is told (SJ 四(四)). */
@Component
class ProposeReferralTask implements TaskHandler {

    private final Referrals referrals;
    private final Dates dates;

    ProposeReferralTask(Referrals referrals, Dates dates) {
        this.referrals = referrals;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return ReferralProcess.PROPOSE;
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return referrals.subject(referrals.get(ReferralProcess.referralId(task)), null);
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        Referral referral = referrals.get(ReferralProcess.referralId(task));
        return Map.of(
                "providers",
                referrals.candidates(referral).stream()
                        .map(p -> Map.of("value", p.ngoCode(), "label", p.name()))
                        .toList(),
                "planExcerpt",
                Objects.requireNonNullElse(referral.brief().excerpt(), ""));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        long referralId = ReferralProcess.referralId(task);
        LocalDate on = dates.past(answers::date, "consentOn");
        boolean consent = answers.yes(ReferralProcess.CONSENT_GIVEN);
        if (consent) {
            referrals.consent(
                    referralId,
                    on,
                    answers.text("consentBy"),
                    answers.choices("consentProviders"),
                    answers.text("planExcerpt"));
        } else {
            referrals.refuseConsent(referralId, on, answers.text("consentBy"), answers.optionalText("refusalReason"));
        }
        return Map.of(ReferralProcess.CONSENT_GIVEN, consent);
    }
}
