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
class AnswerEnquiryTask implements TaskHandler {

    private final LeadDesk leads;
    private final Dates dates;

    AnswerEnquiryTask(LeadDesk leads, Dates dates) {
        this.leads = leads;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return "userTask_answerEnquiry";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return LeadIntakeProcess.subject(leads, task);
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        dates.past(answers::date, "answeredOn");
        leads.answerEnquiry(leadId(task), LeadWords.of(answers, "answer", "answeredOn", "method", "policies"), by);
        return Map.of();
    }
}
