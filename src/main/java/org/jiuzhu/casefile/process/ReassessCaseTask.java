package org.jiuzhu.casefile.process;

import static org.jiuzhu.casefile.process.AssistanceCaseProcess.caseId;

import java.util.HashMap;
import java.util.Map;
import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The station looks at a change: plan again, speed up, or leave it as it is (HT 三(二)1). */
@Component
class ReassessCaseTask implements TaskHandler {

    private final CaseDesk cases;
    private final LifeWords words;

    ReassessCaseTask(CaseDesk cases, LifeWords words) {
        this.cases = cases;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return "userTask_reassessCase";
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
        return Map.of("changeSummary", words.change(task.stringVar("changeKind")));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        String decision = answers.text("decision");
        cases.reassess(caseId(task), decision, answers.text("decisionReason"), by);
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("reassessment", decision);
        if ("REPLAN".equals(decision)) {
            variables.put("replanWanted", true);
        }
        return variables;
    }
}
