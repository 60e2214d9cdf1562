package org.jiuzhu.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
        Meter.spread(measured, "first page", pages(run));
        lives(run).forEach((what, value) -> measured.put("life_" + what, value));
        for (String table : List.of("visit_owed", "visit_window", "work_item", "work_offer")) {
            run.sql("drop table floor_" + table);
        }
        return measured;
    }

    /** The first page of a point's list. */
    private static List<Double> pages(BenchRun run) throws Exception {
        run.sql("vacuum analyze floor_work_item, floor_work_offer, floor_visit_window");
        List<Double> times = new ArrayList<>();
        try (Connection admin = run.server().admin(run.database());
                var points = admin.createStatement().executeQuery(POINTS);
                var page = admin.prepareStatement(PAGE)) {
            while (points.next()) {
                page.setString(1, points.getString(1));
                times.add(Meter.milliseconds(() -> read(page)));
            }
        }
        return times;
    }

    private static void read(PreparedStatement page) {
        try (ResultSet rows = page.executeQuery()) {
            while (rows.next()) {
                rows.getString("number");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The page could not be read", failed);
        }
    }

    /** A record and a contact are written, the window is met, item and offer go: a transaction each. */
    private static Map<String, Object> lives(BenchRun run) throws Exception {
        run.sql("create table floor_contact (like visit_contact including all)");
        run.sql(
                "create table floor_record (id bigint generated always as identity primary key, person_id bigint not null,"
                        + " on_day date not null, body jsonb not null)");
        run.sql("create index floor_record_person on floor_record (person_id, on_day)");
        try (Connection admin = run.server().admin(run.database());
                var life = admin.prepareStatement(LIFE);
                var some = admin.createStatement().executeQuery(SOME)) {
            Meter meter = run.meter();
            int done = 0;
            for (; some.next(); done++) {
                life.setLong(1, some.getLong("person_id"));
                life.setString(2, some.getString("number"));
                life.execute();
            }
            // Otherwise the rows are counted once this connection has rested for a while.
            admin.createStatement().execute("select pg_stat_force_next_flush()");
            admin.createStatement().execute("select 1");
            return meter.stop(done);
        } finally {
            run.sql("drop table floor_contact, floor_record");
        }
    }

    private static final String POINTS =
            "select group_key from floor_work_offer group by group_key order by md5(group_key) limit 28";

    private static final String PAGE =
            """
            select i.* from (select * from floor_work_offer where group_key = ? and not taken
              order by due_at, urgency, task_id limit 26) o join floor_work_item i using (task_id)
            """;

    private static final String SOME = "select person_id, number from floor_work_item order by md5(number) limit 400";

    private static final String LIFE =
            """
            with told as (select ?::bigint person_id, ?::text number),
            met as (update floor_visit_window w set done = 1, settled_at = now(), settled_as = 'MET' from told
              where w.number = told.number returning w.*),
            record as (insert into floor_record (person_id, on_day, body)
              select person_id, date '2026-07-20', jsonb_build_object('text', repeat('访', 200)) from told),
            contact as (insert into floor_contact (person_id, on_day, mode, outcome, record_number, recorded_by, by_name,
                recorded_at, district_code, street_code, point_code)
              select person_id, date '2026-07-20', 'VISIT', 'DONE', right(number, 20), 'bench', 'bench', now(), district_code,
                street_code, point_code from met),
            item as (delete from floor_work_item i using told where i.task_id = 'task-' || told.number)
            delete from floor_work_offer o using told where o.task_id = 'task-' || told.number
            """;

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
