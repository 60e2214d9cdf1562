package org.jiuzhu.bench;

import java.sql.Connection;
import java.util.List;
import java.util.Map;

/** The register before the month begins, and the least that its first midnight could cost. */
final class Ground {

    private Ground() {}

    static Map<String, Object> fill(BenchRun run) throws Exception {
        run.withoutProduct();
        run.server().drop(run.database());
        run.server().prepare(run.database());
        Product product = run.product();
        Meter meter = run.meter();
        District.fill(product, run.server(), run.database(), run.people());
        return meter.stop(run.people());
    }

    /** The same visible rows (window, item, one offer each) by SQL alone, in tables of the same make. */
    static Map<String, Object> floor(BenchRun run) throws Exception {
        for (String table : List.of("visit_owed", "visit_window", "work_item", "work_offer")) {
            run.sql("drop table if exists floor_" + table);
            run.sql("create table floor_" + table + " (like " + table + " including all)");
        }
        run.sql("insert into floor_visit_owed select * from visit_owed where from_on = date '2026-07-01'");
        run.sql("analyze floor_visit_owed");
        Meter meter = run.meter();
        int done = 0;
        try (Connection admin = run.server().admin(run.database());
                var chunk = admin.prepareStatement(FLOOR)) {
            for (int some = 1; some > 0; done += some) {
                some = chunk.executeUpdate();
            }
        }
        Map<String, Object> measured = meter.stop(done);
        for (String table : List.of("visit_owed", "visit_window", "work_item", "work_offer")) {
            run.sql("drop table floor_" + table);
        }
        return measured;
    }

    private static final String FLOOR =
            """
            with due as materialized (
              select ctid, * from floor_visit_owed where from_on <= date '2026-07-01'
              order by from_on, person_id limit 500 for update skip locked),
            next as (
              update floor_visit_owed o set from_on = jiuzhu_span_end(o.per, o.from_on) from due where o.ctid = due.ctid),
            opened as (
              insert into floor_visit_window (person_id, step_id, per, on_node, start_on, end_on, owed_from, required, channels,
                  distinct_days, tier, task_on, started_at, district_code, street_code, point_code)
              select person_id, step_id, per, on_node, jiuzhu_span_start(per, from_on), jiuzhu_span_end(per, from_on), from_on,
                  required, channels, distinct_days, tier, from_on, now(), district_code, street_code, point_code from due
              returning *),
            items as (
              insert into floor_work_item (task_id, task_key, process_key, process_instance_id, process_definition_id, number,
                  person_id, district_code, street_code, point_code, urgency, stage, created_at, due_at)
              select 'task-' || number, 'userTask_conductVisit', 'visit', 'process-' || number, 'visit:1:1', number, person_id,
                  district_code, street_code, point_code, 2, 3, now(), end_on from opened
              returning *)
            insert into floor_work_offer (group_key, task_id, due_at, urgency, stage, taken)
            select 'pointConsultant:' || point_code, task_id, due_at, urgency, stage, false from items
            """;
}
