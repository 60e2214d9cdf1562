package org.jiuzhu.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.database.EmbeddedDatabase;
import org.jiuzhu.support.ProductNode;
import org.jiuzhu.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Rounds on real processes: killed half-way, and shared by two. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RoundNodesTest {

    private static final int WEEKS = 8;

    private final String url = TestDatabase.url(TestDatabase.create());

    /** By hand. */
    static final class AskForARound implements ProductNode.Order {

        @Override
        public void carryOut(ApplicationContext product) {
            product.getBean(VisitRounds.class).request(VisitRounds.Kind.HAND, Actor.machine(Actor.SYSTEM));
        }
    }

    @Test
    void aRoundKilledWhileItOpensAndAgainWhileItStartsIsFinishedAndDoesNothingTwice() throws Exception {
        try (ProductNode first = ProductNode.start(url).ready()) {
            first.tell(ProductNode.Settle.class);
            owe();
            first.tell(AskForARound.class);
            first.await("OPEN: 10");
            first.await("OPEN: 10");
            first.kill();
        }
        assertThat(count("select count(*) from visit_window")).isLessThan(40 * WEEKS);
        try (ProductNode second = ProductNode.start(url)) {
            second.await("START: 10");
            second.await("START: 10");
            second.kill();
        }
        assertThat(count("select count(*) from visit_window where started_at is null"))
                .isPositive();
        try (ProductNode third = ProductNode.start(url)) {
            third.await("Round PC-");
        }

        everythingIsThereOnce();
    }

    @Test
    void twoNodesShareARoundAndNeitherDoesWhatTheOtherDid() throws Exception {
        try (ProductNode one = ProductNode.start(url).ready();
                ProductNode two = ProductNode.start(url).ready()) {
            one.tell(ProductNode.Settle.class);
            owe();
            one.tell(AskForARound.class);
            awaitTheEnd(one, two);
        }

        everythingIsThereOnce();
        assertThat(count("select count(distinct node) from visit_round_chunk where step = 'OPEN'"))
                .isEqualTo(2);
        assertThat(count("select count(distinct node) from visit_round_chunk where step = 'START'"))
                .isEqualTo(2);
    }

    /** Whichever of them takes the last step says so. */
    private static void awaitTheEnd(ProductNode... nodes) throws Exception {
        var ended = new java.util.concurrent.CompletableFuture<Void>();
        for (ProductNode node : nodes) {
            Thread listener = new Thread(() -> {
                try {
                    node.await("Round PC-");
                    ended.complete(null);
                } catch (java.io.IOException | AssertionError over) {
                    // Killed, because the other has said it.
                }
            });
            listener.setDaemon(true);
            listener.start();
        }
        ended.get();
    }

    /** Everybody of the street is owed a visit a week, and nobody has opened a window for weeks. */
    private void owe() throws SQLException {
        owner("delete from visit_owed");
        owner("delete from visit_window");
        owner(
                """
                with step as (
                  insert into visit_step (person_id, from_on, reason, tier, tier_reason, duties, on_nodes, profile, rules,
                      recorded_at, recorded_by, district_code, street_code, point_code)
                  select id, date_trunc('week', now())::date - 7 * (%1$d - 1), 'ENTERED', 'HIGH', 'DIBAO', 'WEEK:1:ANY:false', '', 'songjiang',
                    'visit-tier:1', now(), 'system', district_code, street_code, point_code from person
                  returning *)
                insert into visit_owed (person_id, per, on_node, from_on, required, channels, distinct_days, step_id, tier,
                    district_code, street_code, point_code)
                select person_id, 'WEEK', false, from_on, 1, 'ANY', false, id, tier, district_code, street_code, point_code
                from step
                """
                        .formatted(WEEKS));
    }

    private void everythingIsThereOnce() throws SQLException {
        long people = count("select count(*) from person");
        assertThat(people).isEqualTo(40);
        assertThat(count("select count(*) from visit_window")).isEqualTo(people * WEEKS);
        assertThat(count("select count(distinct (person_id, start_on)) from visit_window"))
                .isEqualTo(people * WEEKS);
        assertThat(count("select count(*) from visit_window where started_at is null"))
                .isZero();
        assertThat(
                        count(
                                """
                        select count(*) from visit_window w where 1 <> (
                          select count(*) from act_ru_execution e where e.business_key_ = w.number and e.parent_id_ is null)
                        """))
                .as("windows without exactly one visit")
                .isZero();
        assertThat(count("select sum(done) from visit_round_chunk where step = 'OPEN'"))
                .isEqualTo(people * WEEKS);
        assertThat(count("select sum(done) from visit_round_chunk where step = 'START'"))
                .isEqualTo(people * WEEKS);
        assertThat(count("select count(*) from visit_round where finished_at is null"))
                .isZero();
    }

    private long count(String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(url, EmbeddedDatabase.OWNER, "")) {
            return new JdbcTemplate(new SingleConnectionDataSource(owner, true)).queryForObject(sql, Long.class);
        }
    }

    private void owner(String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(url, EmbeddedDatabase.OWNER, "")) {
            new JdbcTemplate(new SingleConnectionDataSource(owner, true)).update(sql);
        }
    }
}
