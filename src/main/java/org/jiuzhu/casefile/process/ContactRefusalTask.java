package org.jiuzhu.casefile.process;

import static org.jiuzhu.casefile.process.AssistanceCaseProcess.caseId;

import java.util.Map;
import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.casefile.Refusals;
import org.jiuzhu.casefile.ServiceRefusal.Answer;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The station asks once more: by phone, with another consultant, or not at all (acceptance scenario 9). */
@Component
class ContactRefusalTask implements TaskHandler {

    private final CaseDesk cases;
    private final Refusals refusals;
    private final LifeWords words;
    private final Dates dates;

    ContactRefusalTask(CaseDesk cases, Refusals refusals, LifeWords words, Dates dates) {
        this.cases = cases;
        this.refusals = refusals;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return "userTask_contactRefusal";
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
        dates.past(answers::date, "contactedOn");
        Answer answer = answers.choice("answer", Answer.class);
        refusals.answer(task.longVar("refusalId"), answer, answers.text("answerNote"), by);
        return Map.of("refusalGoesOn", answer.goesOn());
    }
}
