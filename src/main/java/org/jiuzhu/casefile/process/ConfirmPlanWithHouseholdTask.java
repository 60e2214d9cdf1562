package org.jiuzhu.casefile.process;

import static org.jiuzhu.casefile.process.AssistanceCaseProcess.caseId;

import java.util.HashMap;
import java.util.Map;
import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.casefile.PlanState;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ConfirmPlanWithHouseholdTask implements TaskHandler {

    private final CaseDesk cases;
    private final Dates dates;

    ConfirmPlanWithHouseholdTask(CaseDesk cases, Dates dates) {
        this.cases = cases;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return "userTask_confirmPlanWithHousehold";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return cases.get(caseId(task)).subject();
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        PlanState answer = answers.choice("planAnswer", PlanState.class);
        cases.answerPlan(
                caseId(task),
                answer,
                answers.text("answeredBy"),
                dates.past(answers::date, "explainedOn"),
                answers.optionalText(answer == PlanState.CHANGE_WANTED ? "wishes" : "refusalReason"),
                by);
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put(AssistanceCaseProcess.PLAN_ANSWER, answer.name());
        if (answer != PlanState.CHANGE_WANTED) {
            variables.put(AssistanceCaseProcess.PLAN_OUTCOME, answer.name());
        }
        return variables;
    }
}
