package org.jiuzhu.lead.process;

import static org.jiuzhu.lead.process.LeadIntakeProcess.leadId;

import java.util.HashMap;
import java.util.Map;
import org.jiuzhu.lead.Lead;
import org.jiuzhu.lead.LeadDesk;
import org.jiuzhu.lead.Said;
import org.jiuzhu.lead.Triage;
import org.jiuzhu.lead.TriageAnswer;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class TriageLeadTask implements TaskHandler {

    private final LeadDesk leads;
    private final LeadOptions options;

    TriageLeadTask(LeadDesk leads, LeadOptions options) {
        this.leads = leads;
        this.options = options;
    }

    @Override
    public String taskKey() {
        return "userTask_triageLead";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return LeadIntakeProcess.subject(leads, task);
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        long id = leadId(task);
        Lead lead = leads.get(id);
        Map<String, Object> data = new HashMap<>();
        data.put("households", options.households(id));
        data.put("openCases", options.openCases(id));
        data.put("points", options.points(id));
        Boolean danger = lead.safety().dangerToLife();
        data.put("danger", danger == null ? "UNKNOWN" : danger ? "YES" : "NO");
        Said said = lead.said();
        putIfKnown(data, "personName", said.name());
        putIfKnown(data, "idNumber", said.idNumber());
        putIfKnown(data, "phone", said.phone());
        putIfKnown(data, "road", said.road());
        putIfKnown(data, "room", said.room());
        putIfKnown(data, "pointCode", lead.place().pointCode());
        return data;
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        Lead lead = leads.triage(leadId(task), answer(answers), by);
        return Map.of(
                LeadIntakeProcess.TRIAGE, answers.text("triage"),
                LeadIntakeProcess.URGENCY, lead.urgency().name(),
                LeadIntakeProcess.ORG_CODE, lead.place().orgCode());
    }

    private static TriageAnswer answer(FormAnswers answers) {
        String danger = answers.text("danger");
        String home = answers.optionalText("householdId");
        String caseId = answers.optionalText("caseId");
        return new TriageAnswer(
                answers.choice("triage", Triage.class),
                "UNKNOWN".equals(danger) ? null : "YES".equals(danger),
                home == null || home.equals(LeadOptions.NEW) ? null : Long.valueOf(home),
                caseId == null ? null : Long.valueOf(caseId),
                new Said(
                        answers.optionalText("personName"),
                        answers.optionalText("idNumber"),
                        answers.optionalText("phone"),
                        answers.optionalText("pointCode"),
                        null,
                        answers.optionalText("road"),
                        answers.optionalText("room")),
                answers.text("reason"));
    }

    private static void putIfKnown(Map<String, Object> data, String key, @Nullable String value) {
        if (value != null) {
            data.put(key, value);
        }
    }
}
