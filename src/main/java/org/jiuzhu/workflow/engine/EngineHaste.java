package org.jiuzhu.workflow.engine;

import org.camunda.bpm.engine.RuntimeService;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.workflow.Haste;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class EngineHaste implements Haste {

    private final RuntimeService runtime;
    private final JdbcTemplate jdbc;

    EngineHaste(@Lazy RuntimeService runtime, JdbcTemplate jdbc) {
        this.runtime = runtime;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void raise(long caseId, String businessKey, Urgency urgency) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list()
                .forEach(process -> runtime.setVariable(process.getId(), "urgency", urgency.name()));
        jdbc.update(
                "update work_item set urgency = ? where case_id = ? and urgency <> ?",
                urgency.ordinal(),
                caseId,
                urgency.ordinal());
        jdbc.update(
                """
                update work_offer o set urgency = w.urgency from work_item w
                where w.task_id = o.task_id and w.case_id = ? and o.urgency <> w.urgency
                """,
                caseId);
    }
}
