package org.jiuzhu.visit.process;

import static org.jiuzhu.visit.process.VisitProcess.VISITS_GO_ON;
import static org.jiuzhu.visit.process.VisitProcess.refusalId;

import java.util.Map;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.visit.VisitRefusals;
import org.jiuzhu.visit.VisitRefusals.Answer;
import org.jiuzhu.visit.VisitRefusals.Told;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The station asks somebody who refused visits twice in a row what they want instead (acceptance scenario 9). */
@Component
class ContactAfterRefusalsTask implements TaskHandler {

    private final VisitRefusals refusals;
    private final VisitWords words;
    private final Dates dates;

    ContactAfterRefusalsTask(VisitRefusals refusals, VisitWords words, Dates dates) {
        this.refusals = refusals;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return "userTask_contactAfterRefusals";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return refusals.subject(refusalId(task));
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return Map.of("refused", words.refused(refusals.get(refusalId(task))));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        dates.past(answers::date, "contactedOn");
        Answer answer = answers.choice("answer", Answer.class);
        Told told =
                new Told(answer, answers.text("note").strip(), answers.yes("competent"), answers.yes("safetyConcern"));
        refusals.answer(refusalId(task), told, by);
        return Map.of(VISITS_GO_ON, answer != Answer.OPT_OUT);
    }
}
