package org.jiuzhu.network;

import static org.jiuzhu.network.Consultant.Position.POINT_CONSULTANT;
import static org.jiuzhu.network.Consultant.Position.POINT_LEAD;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jiuzhu.network.Consultant.Position;
import org.jiuzhu.rules.TaskRouting;
import org.jiuzhu.workflow.EscalationGroups;
import org.jiuzhu.workflow.ForModels;
import org.springframework.stereotype.Component;

/**
 * Whom a task is offered to: the function names it, the decision {@code task-routing} names the role, the network names
 * the unit.
 */
@Component("routing")
@ForModels
public class Routing implements EscalationGroups {

    private final Network network;
    private final TaskRouting roles;

    Routing(Network network, TaskRouting roles) {
        this.network = network;
        this.roles = roles;
    }

    /**
     * The task groups ({@code role:orgCode}) of a function at a unit. Where the point has nobody filed for a role, or
     * only the street is known, the station's people take the point's work.
     */
    public Collection<String> groups(String function, String orgCode) {
        return roles.rolesFor(function, orgCode).stream()
                .map(role -> group(role, orgCode))
                .distinct()
                .toList();
    }

    @Override
    public Collection<String> groups(String orgCode) {
        return groups("escalate", orgCode);
    }

    private String group(String role, String orgCode) {
        if (role.equals("ngoWorker")) {
            return "ngoWorker:" + orgCode;
        }
        Place place = network.place(orgCode);
        return switch (role) {
            case "pointConsultant" ->
                atPoint(role, place, "stationConsultant", EnumSet.of(POINT_CONSULTANT, POINT_LEAD));
            case "pointLead" -> atPoint(role, place, "stationLead", EnumSet.of(POINT_LEAD));
            case "stationConsultant", "stationLead" -> role + ":" + place.streetCode();
            default -> role + ":" + place.districtCode();
        };
    }

    private String atPoint(String role, Place place, String instead, Set<Position> positions) {
        String point = place.pointCode();
        boolean staffed = point != null
                && network.consultantsAt(point).stream()
                        .anyMatch(c -> c.filing() == Consultant.Filing.FILED && positions.contains(c.position()));
        return staffed ? role + ":" + point : instead + ":" + place.streetCode();
    }
}
