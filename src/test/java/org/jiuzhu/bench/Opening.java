package org.jiuzhu.bench;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.visit.OpeningDoor;
import org.jiuzhu.workflow.Messages;
import org.jiuzhu.workflow.Messages.Start;

/** A month begins: everybody's window opens, and everybody's visit starts. */
final class Opening {

    static final int LANES = Integer.getInteger("lanes", 2);
    private static final int OPENED_AT_ONCE = 1000;
    private static final int STARTED_AT_ONCE = Integer.getInteger("chunk", 250);

    private Opening() {}

    static Map<String, Object> fill(BenchRun run) throws Exception {
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

    static Map<String, Object> open(BenchRun run) throws Exception {
        Product product = run.product();
        product.stand("2026-07-01T00:00:05");
        Meter meter = run.meter();
        int opened = BenchRun.inLanes(
                LANES,
                () -> product.system(() -> OpeningDoor.openChunk(product.beans(), District.PERIOD, OPENED_AT_ONCE)));
        Map<String, Object> measured = meter.stop(opened);
        run.sql("vacuum analyze visit_window");
        run.sql("vacuum analyze visit_owed");
        return measured;
    }

    static Map<String, Object> start(BenchRun run) throws Exception {
        Product product = run.product();
        product.stand("2026-07-01T00:10:00");
        Provisional.deploy(product);
        run.sql("analyze work_item");
        Meter meter = run.meter();
        int started = BenchRun.inLanes(LANES, () -> product.system(() -> startChunk(product)));
        Map<String, Object> measured = meter.stop(started);
        for (String table : List.of(
                "act_ru_execution",
                "act_ru_task",
                "act_ru_job",
                "act_ru_variable",
                "act_ru_event_subscr",
                "work_item",
                "work_offer",
                "visit_window")) {
            run.sql("vacuum analyze " + table);
        }
        return measured;
    }

    private record Due(long id, String number, long personId, String orgCode, String tier, LocalDate end) {}

    private static int startChunk(Product product) {
        List<Due> due = product.jdbc()
                .query(
                        """
                        select id, number, person_id, point_code, tier, end_on from visit_window
                        where started_at is null and settled_at is null and closed_on is null and task_on <= ?
                        order by task_on, jiuzhu_tier_rank(tier), id limit ? for update skip locked
                        """,
                        (row, n) -> new Due(
                                row.getLong("id"),
                                row.getString("number"),
                                row.getLong("person_id"),
                                row.getString("point_code"),
                                row.getString("tier"),
                                row.getObject("end_on", LocalDate.class)),
                        District.PERIOD,
                        STARTED_AT_ONCE);
        product.bean(Messages.class)
                .startMany("VisitOwed", due.stream().map(Opening::start).toList());
        product.jdbc().update("update visit_window set started_at = now() where id = any (?)", (Object)
                due.stream().map(Due::id).toArray(Long[]::new));
        return due.size();
    }

    private static Start start(Due due) {
        Date end = date(due.end());
        return new Start(
                due.number(),
                Map.of(
                        "windowId",
                        due.id(),
                        "personId",
                        due.personId(),
                        "orgCode",
                        due.orgCode(),
                        "tier",
                        due.tier(),
                        "windowEnd",
                        end),
                Map.of("remindAt", date(due.end().minusDays(5))));
    }

    private static Date date(LocalDate day) {
        return Date.from(
                day.atTime(LocalTime.MIDNIGHT).atZone(ProductClock.ZONE).toInstant());
    }
}
