package org.jiuzhu.casefile.process;

import static org.jiuzhu.casefile.process.AssistanceCaseProcess.caseId;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.household.SafetyFlag;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class VerifyLeadTask implements TaskHandler {

    private static final String SAFETY_FLAGS = "safetyFlags";

    private final CaseDesk cases;
    private final Dates dates;

    VerifyLeadTask(CaseDesk cases, Dates dates) {
        this.cases = cases;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return "userTask_verifyLead";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return cases.get(caseId(task)).subject();
    }

    @Override
    public boolean needsRecord() {
        return true;
    }

    /** What is known of the door is seen before it is said anew: nobody forgets a dog by leaving a box empty. */
    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return Map.of(
                SAFETY_FLAGS,
                cases.atTheDoor(caseId(task)).stream()
                        .map(SafetyFlag::name)
                        .sorted()
                        .toList());
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        dates.past(answers::date, "verifiedOn");
        boolean verified = answers.yes("verified");
        cases.verify(caseId(task), verified, answers.text("findings"), by);
        if (answers.asked(SAFETY_FLAGS)) {
            cases.flagDoor(caseId(task), flags(answers));
        }
        return Map.of(AssistanceCaseProcess.VERIFIED, verified);
    }

    private static Set<SafetyFlag> flags(FormAnswers answers) {
        return answers.choices(SAFETY_FLAGS).stream().map(SafetyFlag::valueOf).collect(Collectors.toSet());
    }
}
