package org.jiuzhu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.household.People;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.workflow.TaskHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a newcomer finds after the first start. */
@JiuzhuTest
class DemoCasesTest {

    @Autowired
    DemoLibraries libraries;

    @Autowired
    DemoCases cases;

    @Autowired
    TaskHandlers handlers;

    @Autowired
    Desk desk;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock product;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Network network;

    @Autowired
    People people;

    @Test
    void workStandsAtEachUserTaskFourAreOverdueBesideVisitsAndTheDocumentSaysWhatThereIs() throws IOException {
        LocalDate today = LocalDate.of(2026, 7, 6);
        DataScope.system("test")
                .run(() -> transaction.executeWithoutResult(status -> {
                    libraries.seed(today);
                }));
        cases.seed();

        assertThat(desk.openKeys()).containsAll(handlers.keys());
        assertThat(desk.system(() -> jdbc.queryForList(
                        "select task_key from work_item where process_key <> 'visit' and due_at <= ?",
                        String.class,
                        Timestamp.from(clock.now()))))
                .containsExactlyInAnyOrder(
                        "userTask_verifyLead",
                        "userTask_conductHomeSurvey",
                        "userTask_emergencyResponse",
                        "userTask_lookAfterVisitor");
        assertThat(numbers("select count(*) from assistance_case where closed_at is not null group by street_code"))
                .containsExactlyInAnyOrder(5L, 1L, 1L, 1L, 1L);
        assertThat(numbers("select distinct 1 from lead where source_ref ~ '[a-z]'"))
                .as("a reference that names a task")
                .isEmpty();
        assertThat(
                        numbers(
                                """
                        select count(*) from act_ru_task t full join work_item w on w.task_id = t.id_
                        where t.id_ is null or w.task_id is null
                        """))
                .containsExactly(0L);
        assertThat(numbers("select count(*) from act_ru_identitylink")).containsExactly(0L);
        assertThat(java.time.Duration.between(clock.now(), TestClock.START.atZone(org.jiuzhu.shared.ProductClock.ZONE)))
                .as("the clock is back")
                .isLessThan(java.time.Duration.ofMinutes(5));
        assertThat(Files.readAllLines(Path.of("src/docs/demo.md")))
                .containsAll(desk.system(() -> new SeededTables(network, people, jdbc, product).rows()));
    }

    private List<Long> numbers(String sql) {
        return desk.system(() -> jdbc.queryForList(sql, Long.class));
    }
}
