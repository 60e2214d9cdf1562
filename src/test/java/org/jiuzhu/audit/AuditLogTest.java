package org.jiuzhu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.JiuzhuProperties;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"jiuzhu.database.embedded=false", "camunda.bpm.enabled=false"})
class AuditLogTest {

    @Configuration(proxyBeanMethods = false)
    @TestComponent
    @EnableAutoConfiguration
    @EnableConfigurationProperties(JiuzhuProperties.class)
    @Import(TestDatabase.Connection.class)
    @ComponentScan({"org.jiuzhu.audit", "org.jiuzhu.shared"})
    static class Slice {}

    private static final Actor LIN = new Actor("lin.shiyong", "林试用", Set.of(), null, Set.of(), true);

    @Autowired
    private AuditLog audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void aDenialStaysOnRecordWhenTheRefusedWorkRollsBack() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> transaction.executeWithoutResult(work -> {
                    audit.record(AuditKind.DENIED, LIN, "case", "SH-2026-000001", "task.notForYou");
                    throw new Refusal(Refusal.Kind.NOT_FOUND, "task.notForYou");
                }));
        assertThat(jdbc.queryForMap("select * from audit_event where subject_id = 'SH-2026-000001'"))
                .containsEntry("kind", "DENIED")
                .containsEntry("actor", "lin.shiyong")
                .containsEntry("subject_type", "case")
                .containsEntry("detail", "task.notForYou")
                .containsKey("at");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update audit_event set actor = 'x'", "delete from audit_event", "truncate table audit_event"})
    void nothingIsChangedOrDeleted(String change) {
        audit.record(AuditKind.SENSITIVE_READ, LIN, "person", "1", null);
        List<Long> before = ids();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(work -> jdbc.execute(change)));
        assertThat(ids()).isEqualTo(before);
    }

    private List<Long> ids() {
        return jdbc.queryForList("select id from audit_event order by id", Long.class);
    }
}
