package org.jiuzhu.casefile;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jiuzhu.lifecycle.ActiveCases.ActiveCase;
import org.jiuzhu.lifecycle.LeadCases;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a lead's page which case it became. */
@Component
@Transactional(readOnly = true)
class CasesOfLeads implements LeadCases {

    private final JdbcTemplate jdbc;

    CasesOfLeads(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Long, ActiveCase> of(Collection<Long> leadIds) {
        Map<Long, ActiveCase> cases = new HashMap<>();
        jdbc.query(
                """
                select l.lead_id, c.id, c.number from case_lead l join assistance_case c on c.id = l.case_id
                where l.lead_id = any (?)
                """,
                row -> {
                    cases.put(row.getLong("lead_id"), new ActiveCase(row.getLong("id"), row.getString("number")));
                },
                (Object) leadIds.toArray(Long[]::new));
        return cases;
    }
}
