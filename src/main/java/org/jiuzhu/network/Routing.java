package org.jiuzhu.network;

import static org.jiuzhu.network.Consultant.Position.OTHER_VISITOR;
import static org.jiuzhu.network.Consultant.Position.POINT_CONSULTANT;
import static org.jiuzhu.network.Consultant.Position.POINT_LEAD;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    private static final String EXPLAIN_MISSED_VISIT = "explainMissedVisit";

    private final Network network;
    private final VisitMandates mandates;
    private final TaskRouting roles;

    Routing(Network network, VisitMandates mandates, TaskRouting roles) {
        this.network = network;
        this.mandates = mandates;
        this.roles = roles;
    }

    /**
     * The task groups ({@code role:orgCode}) of a function at a unit. Where the point has nobody filed for a role, or
     * only the street is known, the station's people take the point's work.
     */
    @Override
    public Collection<String> groups(String function, String orgCode) {
        return roles.rolesFor(function, orgCode).stream()
                .flatMap(role -> role.equals("ngoWorker") ? ngos(orgCode) : group(function, role, orgCode).stream())
                .distinct()
                .toList();
    }

    @Override
    public Collection<String> groups(String orgCode) {
        return groups("escalate", orgCode);
    }

    /** Empty where the place has nobody of a role that only helps. */
    private Optional<String> group(String function, String role, String orgCode) {
        Place place = network.place(orgCode);
        return switch (role) {
            case "pointConsultant" ->
                Optional.of(atPoint(role, place, "stationConsultant", EnumSet.of(POINT_CONSULTANT, POINT_LEAD), 1));
            case "pointLead" ->
                Optional.of(atPoint(role, place, "stationLead", EnumSet.of(POINT_LEAD), consultantsFor(function)));
            case "otherVisitor" ->
                Optional.ofNullable(place.pointCode())
                        .filter(point -> isStaffed(point, EnumSet.of(OTHER_VISITOR)))
                        .map(point -> role + ":" + point);
            case "stationConsultant", "stationLead" -> Optional.of(role + ":" + place.streetCode());
            default -> Optional.of(role + ":" + place.districtCode());
        };
    }

    /** A referral's task is its professional point's; a place's visits are those' that are entrusted with them. */
    private Stream<String> ngos(String orgCode) {
        Stream<String> codes = network.unit(orgCode).kind() == OrgUnit.Kind.NGO
                ? Stream.of(orgCode)
                : mandates.visitorsAt(network.place(orgCode)).stream();
        return codes.map(code -> "ngoWorker:" + code);
    }

    /** Where a point has one consultant, that one would explain what that one did not do [A]. */
    private static int consultantsFor(String function) {
        return function.equals(EXPLAIN_MISSED_VISIT) ? 2 : 1;
    }

    private String atPoint(String role, Place place, String instead, Set<Position> positions, int consultants) {
        String point = place.pointCode();
        boolean staffed =
                point != null && isStaffed(point, positions) && network.filedConsultantsAt(point) >= consultants;
        return staffed ? role + ":" + point : instead + ":" + place.streetCode();
    }

    private boolean isStaffed(String point, Set<Position> positions) {
        return network.consultantsAt(point).stream()
                .anyMatch(c -> c.filing() == Consultant.Filing.FILED && positions.contains(c.position()));
    }
}
