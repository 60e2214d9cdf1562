package org.jiuzhu.network;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jiuzhu.workflow.EscalationGroups;
import org.jiuzhu.workflow.ForModels;
import org.springframework.stereotype.Component;

/**
 * Whom a task is offered to: the function names it, the jurisdiction's rules name the role, the network names the unit.
 */
@Component("routing")
@ForModels
public class Routing implements EscalationGroups {

    private static final Set<String> AT_THE_STREET = Set.of(
            "reviewDuplicate",
            "triageAtStation",
            "transferLead",
            "reviewAssessment",
            "draftServicePlan",
            "proposeReferral",
            "confirmOutcome",
            "followUp");
    private static final Set<String> BY_THE_STATION_LEAD =
            Set.of("closeCase", "conveneConference", "recordConference", "escalate");

    private final Network network;

    Routing(Network network) {
        this.network = network;
    }

    /**
     * The task groups ({@code role:orgCode}) of a function at a unit. Where a point has no filed consultant, or only the
     * street is known, its station takes the point's work.
     */
    public Collection<String> groups(String function, String orgCode) {
        if (network.unit(orgCode).kind() == OrgUnit.Kind.NGO) {
            return List.of("ngoWorker:" + orgCode);
        }
        Place place = network.place(orgCode);
        if (BY_THE_STATION_LEAD.contains(function)) {
            return List.of("stationLead:" + place.streetCode());
        }
        boolean emergency = "triageEmergency".equals(function) || "emergencyResponse".equals(function);
        String point = place.pointCode();
        if (point == null || network.filedConsultantsAt(point) == 0) {
            return List.of((emergency ? "stationLead:" : "stationConsultant:") + place.streetCode());
        }
        if (emergency) {
            return List.of("pointLead:" + point, "stationLead:" + place.streetCode());
        }
        if (AT_THE_STREET.contains(function)) {
            return List.of("stationConsultant:" + place.streetCode());
        }
        return List.of(("confirmUnfounded".equals(function) ? "pointLead:" : "pointConsultant:") + point);
    }

    @Override
    public Collection<String> groups(String orgCode) {
        return groups("escalate", orgCode);
    }
}
