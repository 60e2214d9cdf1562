package org.jiuzhu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
    DemoResidents residents;

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
    TransactionTemplate transaction;

    /** The demo has too few households for a case at each of these. */
    private static final Set<String> NOT_TOLD_YET = Set.of(
            "userTask_explainPolicy",
            "userTask_recordCreditCommitment",
            "userTask_prepareMaterials",
            "userTask_submitToWindow",
            "userTask_acceptApplication",
            "userTask_inquireResult",
            "userTask_explainResult",
            "userTask_linkResource",
            "userTask_coordinateLine");

    @Test
    void oneCaseStandsAtEachUserTaskThreeAreOverdueAndFiveAreClosed() {
        LocalDate today = LocalDate.of(2026, 7, 6);
        DataScope.system("test")
                .run(() -> transaction.executeWithoutResult(status -> {
                    libraries.seed(today);
                    residents.seed(today);
                }));
        cases.seed();

        assertThat(desk.system(() -> jdbc.queryForList("select name from person order by id", String.class)))
                .hasSize(40);
        assertThat(count("household")).isEqualTo(25);
        assertThat(desk.openKeys())
                .containsAll(handlers.keys().stream()
                        .filter(key -> !NOT_TOLD_YET.contains(key))
                        .toList())
                .hasSize(handlers.keys().size() - NOT_TOLD_YET.size() + 2);
        assertThat(desk.system(() -> jdbc.queryForObject(
                        "select count(*) from work_item where due_at <= ?", Long.class, Timestamp.from(clock.now()))))
                .isEqualTo(3);
        assertThat(numbers("select count(*) from assistance_case where closed_at is not null"))
                .containsExactly(5L);
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
    }

    private long count(String table) {
        return numbers("select count(*) from " + table).get(0);
    }

    private List<Long> numbers(String sql) {
        return desk.system(() -> jdbc.queryForList(sql, Long.class));
    }
}
