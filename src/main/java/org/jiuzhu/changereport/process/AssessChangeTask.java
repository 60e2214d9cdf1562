package org.jiuzhu.changereport.process;

import static org.jiuzhu.changereport.process.ChangeReportProcess.HOLDS;
import static org.jiuzhu.changereport.process.ChangeReportProcess.NEXT_STEP;
import static org.jiuzhu.changereport.process.ChangeReportProcess.reportId;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jiuzhu.changereport.ChangeDesk;
import org.jiuzhu.changereport.ChangeReport;
import org.jiuzhu.changereport.Finding;
import org.jiuzhu.changereport.NextStep;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.ChangeSeverity;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class AssessChangeTask implements TaskHandler {

    private final ChangeDesk desk;
    private final Words words;

    AssessChangeTask(ChangeDesk desk, Words words) {
        this.desk = desk;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return "userTask_assessChange";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return desk.subject(reportId(task));
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        ChangeReport report = desk.get(reportId(task));
        Map<String, Object> data = new HashMap<>();
        data.put("story", report.story());
        data.put("kind", report.kind().name());
        if (report.happenedOn() != null) {
            data.put("happenedOn", report.happenedOn().toString());
        }
        data.put(
                "nextSteps",
                desk.nextSteps(report.id()).stream()
                        .map(step -> Map.of("value", step.name(), "label", words.say("changereport.nextStep." + step)))
                        .toList());
        return data;
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        Finding finding = finding(answers);
        desk.assess(reportId(task), finding, by);
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put(HOLDS, finding.holds());
        variables.put(
                NEXT_STEP,
                finding.nextStep() == null ? null : finding.nextStep().name());
        return variables;
    }

    private static Finding finding(FormAnswers answers) {
        boolean holds = answers.yes("holds");
        return new Finding(
                Objects.requireNonNull(answers.date("lookedOn")),
                answers.text("method"),
                holds,
                answers.text("findings").strip(),
                holds ? answers.choice("kind", ChangeKind.class) : null,
                holds ? answers.date("happenedOn") : null,
                holds ? answers.choice("severity", ChangeSeverity.class) : null,
                holds && answers.yes("alert"),
                holds ? answers.choice("nextStep", NextStep.class) : null);
    }
}
