package org.jiuzhu.support;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jiuzhu.shared.database.EmbeddedDatabase;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Empties every table but the models, the messages that start them, and the calendar before each test. Timers that start
 * a process are kept aside, for a test that wants the product's nights.
 */
class CleanTables implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) throws SQLException {
        empty(test.getApplicationContext());
        test.getApplicationContext().getBean(TestClock.class).reset();
        test.getApplicationContext().getBean(TestNetwork.class).seed();
    }

    static void empty(ApplicationContext context) throws SQLException {
        String url = context.getBean(FlywayConnectionDetails.class).getJdbcUrl();
        try (var owner = DriverManager.getConnection(url, EmbeddedDatabase.OWNER, "")) {
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(owner, true));
            List<String> tables = jdbc.queryForList(
                    """
                    select tablename from pg_tables where schemaname = 'public'
                      and tablename not like 'act\\_re\\_%' and tablename not like 'act\\_ge\\_%'
                      and tablename <> 'act_ru_jobdef'
                      and tablename not like 'calendar\\_%' and tablename <> 'flyway_schema_history'
                    """,
                    String.class);
            jdbc.execute(
                    "create temp table start_messages as select * from act_ru_event_subscr where proc_inst_id_ is null");
            jdbc.execute("create schema if not exists kept");
            jdbc.execute("create table if not exists kept.start_timer as"
                    + " select * from act_ru_job where process_instance_id_ is null");
            jdbc.execute("truncate " + String.join(", ", tables) + " restart identity");
            jdbc.queryForList(
                            "select relname from pg_class where relkind = 'S' and relname like 'number\\_%'",
                            String.class)
                    .forEach(sequence -> jdbc.execute("alter sequence " + sequence + " restart"));
            jdbc.execute("insert into act_ru_event_subscr select * from start_messages");
        }
    }
}
