package org.jiuzhu.referral.process;

import java.util.Map;
import java.util.Objects;
import org.jiuzhu.referral.ReferralServices;
import org.jiuzhu.referral.Referrals;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The professional point serves for the first time and writes down what it did (CS 四(二)). */
@Component
class DeliverServiceTask implements TaskHandler {

    private final Referrals referrals;
    private final ReferralServices services;
    private final Dates dates;

    DeliverServiceTask(Referrals referrals, ReferralServices services, Dates dates) {
        this.referrals = referrals;
        this.services = services;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return ReferralProcess.DELIVER;
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return referrals.subject(referrals.get(ReferralProcess.referralId(task)), ReferralProcess.ngoCode(task));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        services.write(
                ReferralProcess.referralId(task),
                ReferralProcess.ngoCode(task),
                dates.past(answers::date, "servedOn"),
                Objects.requireNonNull(answers.number("hours")),
                answers.text("method"),
                answers.text("content"),
                answers.date("nextServiceOn"),
                by);
        return Map.of();
    }
}
