package org.jiuzhu.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.workflow.EngineClock;
import org.jiuzhu.workflow.EngineClock.DueJob;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves product and engine forward from due job to due job, so that a reminder, an overdue task and an escalation can be
 * seen in a minute. Forward only; kept in the database; refused while a second node is alive, and absent in production.
 */
@Component
@ConditionalOnExpression("'${jiuzhu.mode}' != 'production'")
public class DemoClock {

    private final EngineClock engine;
    private final ProductClock product;
    private final Nodes nodes;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    DemoClock(
            EngineClock engine, ProductClock product, Nodes nodes, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.engine = engine;
        this.product = product;
        this.nodes = nodes;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The offset as it was when the product stopped. */
    void restore() {
        jdbc.queryForList("select offset_ms from demo_clock", Long.class)
                .forEach(offset -> engine.setOffset(Duration.ofMillis(offset)));
    }

    public Instant now() {
        return product.instant();
    }

    /** What strikes next, soonest first. */
    public List<DueJob> upcoming(int most) {
        return engine.upcoming(most);
    }

    /**
     * To the next due job, which runs.
     *
     * @throws Refusal NOT_NOW while a second node is alive, UNPROCESSABLE if nothing waits
     */
    public synchronized int toNext() {
        Instant next = engine.upcoming(1).stream()
                .findFirst()
                .map(DueJob::dueAt)
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNPROCESSABLE, "clock.nothingWaits"));
        return to(next);
    }

    /**
     * To a moment, by way of every job that is due before it, each at its own time.
     *
     * @throws Refusal NOT_NOW while a second node is alive, UNPROCESSABLE for a moment that has passed
     */
    public synchronized int to(Instant target) {
        requireOneNode();
        if (target.isBefore(product.instant())) {
            throw new Refusal(Refusal.Kind.UNPROCESSABLE, "clock.forwardOnly");
        }
        return engine.walkTo(target, this::stand);
    }

    private void stand(Instant moment) {
        Duration offset = Duration.between(Clock.systemUTC().instant(), moment);
        Duration forward = offset.compareTo(product.offset()) > 0 ? offset : product.offset();
        DataScope.system("demo clock")
                .run(() -> transaction.executeWithoutResult(status -> jdbc.update(
                        """
                insert into demo_clock (offset_ms) values (?)
                on conflict (only_one) do update set offset_ms = greatest(demo_clock.offset_ms, excluded.offset_ms)
                """,
                        Math.max(0, forward.toMillis()))));
        engine.setOffset(forward);
    }

    private void requireOneNode() {
        if (nodes.alive() > 1) {
            throw new Refusal(Refusal.Kind.NOT_NOW, "clock.twoNodes");
        }
    }
}
