package org.jiuzhu.conflict;

import java.sql.Timestamp;
import java.time.Clock;
import org.jiuzhu.audit.AuditKind;
import org.jiuzhu.audit.AuditLog;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.workflow.ClaimGate.Deed;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What consultants tried in vain, in a transaction of its own: it stays recorded when the refused work rolls back. */
@Component
class Attempts {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate own;
    private final AuditLog audit;
    private final Clock clock;

    Attempts(JdbcTemplate jdbc, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.audit = audit;
        this.clock = clock;
    }

    /** @param subject a business number or an id, never a name */
    void refused(long filingId, Actor actor, Deed deed, String subject) {
        DataScope.system("refused attempt")
                .run(() -> own.executeWithoutResult(status -> jdbc.update(
                        """
                        insert into relative_attempt (filing_id, at, deed, subject, district_code, street_code, point_code)
                        select id, ?, ?, ?, district_code, street_code, point_code from relative_filing where id = ?
                        """,
                        Timestamp.from(clock.instant()),
                        deed.name(),
                        subject,
                        filingId)));
        audit.record(AuditKind.DENIED, actor, "relativeFiling", String.valueOf(filingId), deed + " " + subject);
    }
}
