package org.jiuzhu.network;

import static org.jiuzhu.network.Consultant.Position.DISTRICT_SUPERVISOR;
import static org.jiuzhu.network.Consultant.Position.NGO_WORKER;
import static org.jiuzhu.network.Consultant.Position.OTHER_VISITOR;
import static org.jiuzhu.network.Consultant.Position.POINT_CONSULTANT;
import static org.jiuzhu.network.Consultant.Position.POINT_LEAD;
import static org.jiuzhu.network.Consultant.Position.STATION_CONSULTANT;
import static org.jiuzhu.network.Consultant.Position.STATION_LEAD;

import java.util.List;
import java.util.Set;
import org.jiuzhu.network.Consultant.Position;
import org.jiuzhu.shared.Actor;
import org.springframework.stereotype.Component;

/** Who is in a task group ({@code role:orgCode}), by the register; a lead is a consultant too. */
@Component
public class TaskGroups {

    private static final List<String> ROLES = List.of(
            "pointConsultant",
            "pointLead",
            "stationConsultant",
            "stationLead",
            "districtSupervisor",
            "ngoWorker",
            "otherVisitor");

    private final Network network;

    TaskGroups(Network network) {
        this.network = network;
    }

    /** Everybody filed, by username; nobody for a role that takes no tasks. */
    public List<Actor> members(String group) {
        int colon = group.indexOf(':');
        String orgCode = group.substring(colon + 1);
        Set<Position> positions = positions(group.substring(0, colon));
        return network.consultantsAt(orgCode).stream()
                .filter(c -> c.filing() == Consultant.Filing.FILED && positions.contains(c.position()))
                .map(c -> new Actor(c.username(), c.displayName(), Set.of(), orgCode, Set.of(group), true))
                .toList();
    }

    /** Every group that a unit may have. */
    static List<String> at(String orgCode) {
        return ROLES.stream().map(role -> role + ":" + orgCode).toList();
    }

    private static Set<Position> positions(String role) {
        return switch (role) {
            case "pointConsultant" -> Set.of(POINT_CONSULTANT, POINT_LEAD);
            case "pointLead" -> Set.of(POINT_LEAD);
            case "stationConsultant" -> Set.of(STATION_CONSULTANT, STATION_LEAD);
            case "stationLead" -> Set.of(STATION_LEAD);
            case "districtSupervisor" -> Set.of(DISTRICT_SUPERVISOR);
            case "ngoWorker" -> Set.of(NGO_WORKER);
            case "otherVisitor" -> Set.of(OTHER_VISITOR);
            default -> Set.of();
        };
    }
}
