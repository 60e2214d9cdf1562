package org.jiuzhu.rulechange;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.shared.database.EmbeddedDatabase;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.ProductNode;
import org.jiuzhu.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A change of rules on real processes: killed while plans are weighed again. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RuleChangeNodesTest {

    private final String url = TestDatabase.url(TestDatabase.create());

    /** From tomorrow on general recipients (SJ) are key ones, at once. */
    static final class OrderAChange implements ProductNode.Order {

        private static final Actor BY = Actors.at("tang.xushe", "唐虚设", DemoNetwork.DISTRICT_CODE, "districtSupervisor");

        @Override
        public void carryOut(ApplicationContext product) {
            RuleChanges changes = product.getBean(RuleChanges.class);
            LocalDate tomorrow = LocalDate.ofInstant(
                            product.getBean(ProductClock.class).instant(), ProductClock.ZONE)
                    .plusDays(1);
            List<RuleRow> rows = changes.rows(Kind.TIER, "TIERED").stream()
                    .map(TierRow.class::cast)
                    .<RuleRow>map(row -> row.id().equals("tiered-inDatabase") ? row.with(row.facts(), Tier.KEY) : row)
                    .toList();
            product.getBean(TransactionTemplate.class)
                    .executeWithoutResult(status -> changes.order(
                            new NewRuleChange(Kind.TIER, "TIERED", null, tomorrow, rows, true, "试行"), BY));
        }
    }

    @Test
    void aRecomputeThatIsKilledHalfWayIsFinishedByAnotherAndWeighsNobodyTwice() throws Exception {
        try (ProductNode first = ProductNode.start(url).ready()) {
            first.tell(ProductNode.Settle.class);
            first.tell(OrderAChange.class);
            theDayComes();
            first.await("weighed 10 plans more");
            first.await("weighed 10 plans more");
            first.kill();
        }
        long done = number("select people_done from rule_change");
        assertThat(done).isPositive().isLessThan(number("select people_total from rule_change"));
        assertThat(text("select state from rule_change")).isEqualTo("RUNNING");
        try (ProductNode second = ProductNode.start(url)) {
            second.await("is done");
            // It says so just before it commits; whoever wants the row waits for that.
            assertThat(text("select state from rule_change for update")).isEqualTo("DONE");
        }

        assertThat(number("select people_done from rule_change")).isEqualTo(number("select count(*) from visit_plan"));
        assertThat(
                        number(
                                "select count(*) from visit_step where reason = 'RULES_AT_ONCE' and tier = 'KEY' and tier_reason = 'inDatabase'"))
                .isEqualTo(number("select count(*) from visit_plan where reason = 'inDatabase'"))
                .isPositive();
        assertThat(
                        number(
                                "select count(*) from (select 1 from visit_step where reason = 'RULES_AT_ONCE' group by person_id having count(*) > 1) twice"))
                .isZero();
        assertThat(
                        number(
                                """
                        select count(*) from (select 1 from visit_window where closed_on is null and extra is null
                          group by person_id, per, on_node, start_on having count(*) > 1) twice
                        """))
                .isZero();
        assertThat(text("select string_agg(detail, ', ' order by id) from audit_event where kind = 'MODEL_CHANGED'"))
                .isEqualTo("ordered TIER, published, done");
        assertThat(number("select count(*) from act_re_decision_def where key_ = 'visit-tier'"))
                .isEqualTo(2);
        assertThat(number("select count(*) from act_ru_execution where business_key_ like 'GZ-%'"))
                .isZero();
    }

    /** The timer waits for tomorrow; for the database tomorrow is today. */
    private void theDayComes() throws SQLException {
        owner(jdbc -> jdbc.update("update rule_change set effective_on = effective_on - 1")
                + jdbc.update("update act_ru_job set duedate_ = now() where handler_cfg_ = 'timer_effectiveDay'"));
    }

    private long number(String sql) throws SQLException {
        return owner(jdbc -> jdbc.queryForObject(sql, Long.class));
    }

    private String text(String sql) throws SQLException {
        return owner(jdbc -> jdbc.queryForObject(sql, String.class));
    }

    private <T> T owner(Function<JdbcTemplate, T> work) throws SQLException {
        try (var owner = DriverManager.getConnection(url, EmbeddedDatabase.OWNER, "")) {
            return work.apply(new JdbcTemplate(new SingleConnectionDataSource(owner, true)));
        }
    }
}
