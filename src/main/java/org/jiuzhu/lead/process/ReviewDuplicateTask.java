package org.jiuzhu.lead.process;

import static org.jiuzhu.lead.process.LeadIntakeProcess.leadId;

import java.util.Map;
import org.jiuzhu.lead.Lead;
import org.jiuzhu.lead.LeadDesk;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ReviewDuplicateTask implements TaskHandler {

    private final LeadDesk leads;
    private final LeadOptions options;

    ReviewDuplicateTask(LeadDesk leads, LeadOptions options) {
        this.leads = leads;
        this.options = options;
    }

    @Override
    public String taskKey() {
        return "userTask_reviewDuplicate";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return LeadIntakeProcess.subject(leads, task);
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return Map.of("candidates", options.candidates(leadId(task)));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        String reason = answers.text("reason");
        String chosen = answers.yes("duplicate") ? answers.text("personId") : null;
        Lead lead = chosen != null && chosen.startsWith(LeadOptions.LEAD)
                ? leads.isSameAs(leadId(task), Long.parseLong(chosen.substring(LeadOptions.LEAD.length())), reason, by)
                : leads.reviewDuplicate(leadId(task), chosen == null ? null : Long.valueOf(chosen), reason, by);
        return Map.of(
                LeadIntakeProcess.ORG_CODE,
                lead.place().orgCode(),
                LeadIntakeProcess.ROUTE,
                String.valueOf(lead.route()));
    }
}
