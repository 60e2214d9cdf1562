package org.jiuzhu.lead.process;

import static org.jiuzhu.lead.process.LeadIntakeProcess.leadId;

import java.util.Map;
import org.jiuzhu.lead.LeadDesk;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class TransferLeadTask implements TaskHandler {

    private final LeadDesk leads;
    private final Dates dates;

    TransferLeadTask(LeadDesk leads, Dates dates) {
        this.leads = leads;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return "userTask_transferLead";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return LeadIntakeProcess.subject(leads, task);
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        dates.past(answers::date, "transferredOn");
        leads.transfer(
                leadId(task),
                answers.text("department"),
                LeadWords.of(answers, "transferNote", "department", "departmentName", "transferredOn"),
                by);
        return Map.of();
    }
}
