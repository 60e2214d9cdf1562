package org.jiuzhu.followup.process;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jiuzhu.followup.FollowUp;
import org.jiuzhu.followup.FollowUpMethod;
import org.jiuzhu.followup.FollowUpReport;
import org.jiuzhu.followup.FollowUps;
import org.jiuzhu.followup.Outcome;
import org.jiuzhu.household.Households;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class FollowUpTask implements TaskHandler {

    private final FollowUps followUps;
    private final Households households;

    FollowUpTask(FollowUps followUps, Households households) {
        this.followUps = followUps;
        this.households = households;
    }

    @Override
    public String taskKey() {
        return "userTask_followUp";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return households.subject(
                Objects.requireNonNull(task.businessKey()),
                task.longVar("householdId"),
                task.longVar("caseId"),
                Urgency.valueOf(task.stringVar("urgency")));
    }

    @Override
    public boolean needsRecord() {
        return true;
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        FollowUp followUp = followUps.record(task.longVar("caseId"), task.longVar("householdId"), report(answers), by);
        return Map.of("resolved", followUp.report().resolved());
    }

    private static FollowUpReport report(FormAnswers answers) {
        LocalDate followedOn = Objects.requireNonNull(answers.date("followedOn"));
        return new FollowUpReport(
                followedOn,
                answers.choice("method", FollowUpMethod.class),
                answers.choice("hazardsCleared", Outcome.class),
                answers.choice("urgentRelieved", Outcome.class),
                answers.choice("servicesDelivered", Outcome.class),
                answers.text("householdSays").strip(),
                answers.yes("resolved"),
                answers.optionalText("nextStep"),
                answers.optionalText("suggestion"));
    }
}
