package org.jiuzhu.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiuzhu.servicerecord.Sheets;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.support.Actors;
import org.jiuzhu.visit.VisitReport;
import org.jiuzhu.visit.VisitReport.Finding;
import org.jiuzhu.visit.VisitReport.Told;
import org.jiuzhu.visit.VisitReports;

/**
 * What ends a visit: a consultant tells of it, in a transaction of its own. The record is written, the contact counts, the
 * window is met, and its process ends. Opening and start are measured before; the three together are one life cycle.
 */
final class Life {

    private static final int LIVES = 500;
    private static final LocalDate DAY = LocalDate.of(2026, 7, 20);

    private Life() {}

    private record Open(long personId, String pointCode) {}

    static Map<String, Object> one(BenchRun run) throws Exception {
        Product product = run.product();
        product.stand(DAY + "T17:00:00");
        List<Open> open = product.system(() -> product.jdbc()
                .query(
                        """
                        select person_id, point_code from work_item where task_key = 'userTask_conductVisit'
                        order by md5(number) limit ?
                        """,
                        (row, n) -> new Open(row.getLong("person_id"), row.getString("point_code")),
                        LIVES));
        open.subList(0, LIVES / 5).forEach(visit -> tell(product, visit));
        List<Open> measured = open.subList(LIVES / 5, LIVES);
        Meter meter = run.meter();
        measured.forEach(visit -> tell(product, visit));
        Map<String, Object> spent = meter.stop(measured.size());
        spent.put(
                "processes left",
                run.count(
                        "select count(*) from act_ru_execution where business_key_ in (select number from visit_window where settled_at is not null)"));
        return spent;
    }

    private static void tell(Product product, Open visit) {
        Actor visitor =
                Actors.at("bench.1." + visit.pointCode(), "顾问 1", visit.pointCode(), "pointLead", "pointConsultant");
        VisitReport report = VisitReport.of(
                UUID.randomUUID(), List.of(Told.met(visit.personId(), Finding.NO_CHANGE)), Sheets.on(DAY), null);
        new DataScope(DataScope.Level.POINT, visit.pointCode())
                .run(() -> product.bean(VisitReports.class).report(report, visitor));
    }
}
