package org.jiuzhu.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.visit.VisitRounds;

/** A month begins: one round opens everybody's window and starts everybody's visit, by the product's own jobs. */
final class Round {

    private static final long LOOK_MS = 500;

    private static final String STEPS =
            """
            select string_agg(step || ' ' || done || ' in ' || seconds || ' s', ', ' order by first) from (
              select step, sum(done) done, min(done_at) first,
                round(extract(epoch from max(done_at) - min(done_at - took_ms * interval '1 ms'))::numeric, 1) seconds
              from visit_round_chunk group by step) s
            """;

    private Round() {}

    /** Continues where an interrupted run stopped; then it tells of the rest only. */
    static Map<String, Object> first(BenchRun run) throws Exception {
        Product product = run.product();
        product.stand("2026-07-01T00:00:05");
        long before = run.count("select count(*) from visit_window where started_at is not null");
        product.system(() -> {
            product.bean(VisitRounds.class).request(VisitRounds.Kind.HAND, Actor.machine(Actor.SYSTEM));
            return before;
        });
        Meter meter = run.meter();
        product.jobs().start();
        Instant end = Instant.now().plus(Duration.ofSeconds(run.seconds()));
        while (run.count("select count(*) from visit_round where finished_at is null") > 0
                && Instant.now().isBefore(end)) {
            Thread.sleep(LOOK_MS);
        }
        product.jobs().shutdown();
        long started = run.count("select count(*) from visit_window where started_at is not null");
        Map<String, Object> measured = meter.stop(started - before);
        measured.put("steps", product.system(() -> product.jdbc().queryForObject(STEPS, String.class)));
        measured.put("rounds left", run.count("select count(*) from visit_round where finished_at is null"));
        for (String table : new String[] {
            "visit_window",
            "visit_owed",
            "visit_plan",
            "act_ru_execution",
            "act_ru_task",
            "act_ru_job",
            "act_ru_variable",
            "act_ru_event_subscr",
            "work_item",
            "work_offer"
        }) {
            run.sql("vacuum analyze " + table);
        }
        return measured;
    }
}
