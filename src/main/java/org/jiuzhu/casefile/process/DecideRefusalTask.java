package org.jiuzhu.casefile.process;

import static org.jiuzhu.casefile.process.AssistanceCaseProcess.caseId;

import java.util.Map;
import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.casefile.Outcome;
import org.jiuzhu.casefile.Refusals;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The station lead respects the refusal and ends the case, or sees a danger and stays with the household. */
@Component
class DecideRefusalTask implements TaskHandler {

    private final CaseDesk cases;
    private final Refusals refusals;
    private final LifeWords words;

    DecideRefusalTask(CaseDesk cases, Refusals refusals, LifeWords words) {
        this.cases = cases;
        this.refusals = refusals;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return "userTask_decideRefusal";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return cases.get(caseId(task)).subject();
    }

    @Override
    public boolean isHeldBack() {
        return false;
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return Map.of("refusalSummary", words.refusal(refusals.get(task.longVar("refusalId"))));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        String decision = answers.text("decision");
        if ("CLOSE".equals(decision)) {
            cases.conclude(caseId(task), Outcome.REFUSED, answers.text("decisionReason"), by);
        } else {
            cases.sendBack(caseId(task), answers.text("decisionReason"), by);
        }
        return Map.of("refusalDecision", decision);
    }
}
