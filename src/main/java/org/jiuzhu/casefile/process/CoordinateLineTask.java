package org.jiuzhu.casefile.process;

import static org.jiuzhu.casefile.process.AssistanceCaseProcess.caseId;
import static org.jiuzhu.casefile.process.AssistanceCaseProcess.needId;

import java.util.Map;
import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.casefile.LineCoordination;
import org.jiuzhu.casefile.LineCoordination.Answer;
import org.jiuzhu.casefile.Measures;
import org.jiuzhu.household.Needs;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A department's line is asked about one need; what it answers is written down. */
@Component
class CoordinateLineTask implements TaskHandler {

    private final CaseDesk cases;
    private final Measures measures;
    private final Needs needs;
    private final NeedWords words;
    private final Dates dates;

    CoordinateLineTask(CaseDesk cases, Measures measures, Needs needs, NeedWords words, Dates dates) {
        this.cases = cases;
        this.measures = measures;
        this.needs = needs;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return "userTask_coordinateLine";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return cases.get(caseId(task)).subject();
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return Map.of("needText", words.about(needs.get(needId(task))));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        Answer answer = answers.choice("lineAnswer", Answer.class);
        measures.coordinate(
                caseId(task),
                needId(task),
                new LineCoordination.Report(
                        answers.text("department"),
                        answers.optionalText("departmentName"),
                        dates.past(answers::date, "askedOn"),
                        answers.text("request"),
                        answer,
                        dates.past(answers::date, "answeredOn"),
                        answers.text(answer == Answer.AGREED ? "arrangement" : "refusalReason")),
                by);
        return Map.of();
    }
}
