package org.jiuzhu.visit;

import org.jiuzhu.doorstay.DoorStays;
import org.jiuzhu.servicerecord.ServiceMode;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A report of a visit checks its visitor out: nobody tells of it from behind the door. */
@Component
class VisitorsOutside {

    private final DoorStays stays;

    VisitorsOutside(DoorStays stays) {
        this.stays = stays;
    }

    @EventListener
    void on(VisitReported told) {
        VisitReport report = told.report();
        if (report.mode() == ServiceMode.VISIT) {
            stays.visited(report.people().get(0).personId(), report.on(), told.by());
        }
    }
}
