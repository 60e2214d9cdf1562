package org.jiuzhu.casefile.process;

import static org.jiuzhu.casefile.process.AssistanceCaseProcess.caseId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.casefile.PlanItem;
import org.jiuzhu.casefile.PlanState;
import org.jiuzhu.household.Intervention;
import org.jiuzhu.household.Need;
import org.jiuzhu.resource.Libraries;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class DraftServicePlanTask implements TaskHandler {

    private final CaseDesk cases;
    private final Libraries libraries;
    private final Dates dates;
    private final Words words;

    DraftServicePlanTask(CaseDesk cases, Libraries libraries, Dates dates, Words words) {
        this.cases = cases;
        this.libraries = libraries;
        this.dates = dates;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return "userTask_draftServicePlan";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return cases.get(caseId(task)).subject();
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        List<Need> needs = cases.needsToPlan(caseId(task));
        Map<Long, PlanItem> before = cases.latestPlan(caseId(task))
                .filter(plan -> plan.state() == PlanState.CHANGE_WANTED)
                .map(plan -> plan.items().stream().collect(Collectors.toMap(PlanItem::needId, Function.identity())))
                .orElse(Map.of());
        Map<String, Object> data = new HashMap<>();
        data.put("needs", needs.stream().map(this::option).toList());
        data.put(
                "items",
                needs.stream().map(need -> row(need, before.get(need.id()))).toList());
        data.put("resources", ResourceOptions.of(libraries, cases.get(caseId(task))));
        cases.latestPlan(caseId(task))
                .filter(plan -> plan.state() == PlanState.CHANGE_WANTED)
                .ifPresent(plan -> data.put("goal", plan.goal()));
        return data;
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        if (answers.date("reviewOn") != null) {
            dates.comingOrToday(answers::date, "reviewOn");
        }
        List<PlanItem> items =
                answers.rows("items").stream().map(DraftServicePlanTask::item).toList();
        cases.draft(caseId(task), answers.text("goal"), items, answers.date("reviewOn"), by);
        return Map.of();
    }

    private Map<String, String> option(Need need) {
        String name = words.sayOr("need." + need.category(), need.category());
        return Map.of(
                "value",
                String.valueOf(need.id()),
                "label",
                need.setback() == null
                        ? words.say("casefile.option.need", name)
                        : words.say("casefile.option.needSetBack", name, need.setback()));
    }

    private static Map<String, Object> row(Need need, @Nullable PlanItem before) {
        Map<String, Object> row = new HashMap<>();
        row.put("needId", String.valueOf(need.id()));
        if (before != null) {
            row.put("intervention", before.intervention().name());
            row.put("goal", before.goal());
            if (before.excerpt() != null) {
                row.put("planExcerpt", before.excerpt());
            }
            if (before.resourceId() != null) {
                row.put("resourceId", String.valueOf(before.resourceId()));
            }
        }
        return row;
    }

    private static PlanItem item(FormAnswers row) {
        return new PlanItem(
                Long.parseLong(row.text("needId")),
                row.choice("intervention", Intervention.class),
                row.text("goal"),
                row.optionalText("planExcerpt"),
                ResourceOptions.chosen(row));
    }
}
