package org.jiuzhu.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which leads a case grew from. */
@Component
class CaseLeads {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    CaseLeads(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void link(long caseId, long leadId, Instant receivedAt) {
        jdbc.update(
                "insert into case_lead (case_id, lead_id, received_at, joined_at) values (?, ?, ?, ?) on conflict do nothing",
                caseId,
                leadId,
                Timestamp.from(receivedAt),
                Timestamp.from(clock.instant()));
    }

    /** The first to arrive first. */
    List<Long> of(long caseId) {
        return jdbc.queryForList(
                "select lead_id from case_lead where case_id = ? order by received_at, lead_id", Long.class, caseId);
    }
}
