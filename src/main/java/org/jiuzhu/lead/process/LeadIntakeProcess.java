package org.jiuzhu.lead.process;

import org.jiuzhu.lead.LeadDesk;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskSubject;

/** The names of lead-intake. */
final class LeadIntakeProcess {

    static final String LEAD_ID = "leadId";
    static final String TRIAGE = "triage";
    static final String URGENCY = "urgency";
    static final String UNFOUNDED = "unfounded";
    static final String ORG_CODE = "orgCode";
    static final String ROUTE = "route";

    private LeadIntakeProcess() {}

    static long leadId(TaskContext task) {
        return task.longVar(LEAD_ID);
    }

    static TaskSubject subject(LeadDesk leads, TaskContext task) {
        return leads.get(leadId(task)).subject();
    }
}
