package org.jiuzhu.lead.process;

import static org.jiuzhu.lead.process.LeadIntakeProcess.leadId;

import java.util.Map;
import org.jiuzhu.lead.LeadDesk;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class EmergencyResponseTask implements TaskHandler {

    private final LeadDesk leads;

    EmergencyResponseTask(LeadDesk leads) {
        this.leads = leads;
    }

    @Override
    public String taskKey() {
        return "userTask_emergencyResponse";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return LeadIntakeProcess.subject(leads, task);
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        leads.respondToEmergency(
                leadId(task), LeadWords.of(answers, "situation", "actions", "safeNow", "nextStep"), by);
        return Map.of();
    }
}
