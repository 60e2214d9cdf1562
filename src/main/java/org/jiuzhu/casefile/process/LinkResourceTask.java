package org.jiuzhu.casefile.process;

import static org.jiuzhu.casefile.process.AssistanceCaseProcess.caseId;
import static org.jiuzhu.casefile.process.AssistanceCaseProcess.needId;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.casefile.Measures;
import org.jiuzhu.casefile.ResourceLink;
import org.jiuzhu.casefile.ResourceLink.Outcome;
import org.jiuzhu.household.Need;
import org.jiuzhu.household.Needs;
import org.jiuzhu.resource.Libraries;
import org.jiuzhu.resource.Resource;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One need is linked to a resource of the library, or it turns out that it cannot be. */
@Component
class LinkResourceTask implements TaskHandler {

    private final CaseDesk cases;
    private final Measures measures;
    private final Needs needs;
    private final NeedWords words;
    private final Libraries libraries;
    private final Dates dates;

    LinkResourceTask(
            CaseDesk cases, Measures measures, Needs needs, NeedWords words, Libraries libraries, Dates dates) {
        this.cases = cases;
        this.measures = measures;
        this.needs = needs;
        this.words = words;
        this.libraries = libraries;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return "userTask_linkResource";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return cases.get(caseId(task)).subject();
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        Need need = needs.get(needId(task));
        Map<String, Object> data = new HashMap<>();
        data.put("needText", words.about(need));
        data.put("resources", ResourceOptions.of(libraries, cases.get(caseId(task))));
        if (need.resourceId() != null) {
            data.put("resourceId", String.valueOf(need.resourceId()));
        }
        return data;
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        Outcome outcome = answers.choice("linkOutcome", Outcome.class);
        long resourceId = Objects.requireNonNull(ResourceOptions.chosen(answers));
        measures.link(
                caseId(task),
                needId(task),
                new ResourceLink.Report(
                        resourceId,
                        outcome,
                        dates.past(answers::date, "linkedOn"),
                        answers.text(outcome == Outcome.LINKED ? "arrangement" : "unavailableReason")),
                name(task, resourceId),
                by);
        return Map.of();
    }

    private String name(TaskContext task, long resourceId) {
        return libraries.resources(cases.get(caseId(task)).place().streetCode()).stream()
                .filter(resource -> resource.id() == resourceId)
                .map(Resource::name)
                .findFirst()
                .orElse("");
    }
}
