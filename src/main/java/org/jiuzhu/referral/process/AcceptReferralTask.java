package org.jiuzhu.referral.process;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jiuzhu.referral.Referral;
import org.jiuzhu.referral.Referrals;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The professional point says whether it can take the referral; silence is a decline [A]. */
@Component
class AcceptReferralTask implements TaskHandler {

    private final Referrals referrals;
    private final Dates dates;
    private final Words words;

    AcceptReferralTask(Referrals referrals, Dates dates, Words words) {
        this.referrals = referrals;
        this.dates = dates;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return ReferralProcess.ACCEPT;
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return referrals.subject(referrals.get(ReferralProcess.referralId(task)), ReferralProcess.ngoCode(task));
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        Referral referral = referrals.get(ReferralProcess.referralId(task));
        return Map.of(
                "needLabel",
                words.say("need." + referral.needCode()),
                "planExcerpt",
                Objects.requireNonNullElse(referral.brief().excerpt(), ""));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        long referralId = ReferralProcess.referralId(task);
        boolean accepted = answers.yes(ReferralProcess.ACCEPTED);
        if (accepted) {
            LocalDate first = dates.comingOrToday(answers::date, "firstServiceOn");
            referrals.accept(referralId, answers.text("workerName"), first, answers.optionalText("message"), by);
        } else {
            referrals.decline(referralId, answers.text("declineReason"), answers.optionalText("message"), by);
        }
        return Map.of(ReferralProcess.ACCEPTED, accepted);
    }
}
