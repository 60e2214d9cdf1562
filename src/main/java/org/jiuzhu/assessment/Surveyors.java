package org.jiuzhu.assessment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.Place;
import org.jiuzhu.workflow.ClaimGate;
import org.springframework.stereotype.Component;

/** Who may survey a household: the filed consultants of its point and of the point's station, relatives excluded. */
@Component
public class Surveyors {

    private final Network network;
    private final ClaimGate gate;

    Surveyors(Network network, ClaimGate gate) {
        this.network = network;
        this.gate = gate;
    }

    public List<Consultant> of(Place place, long householdId) {
        Set<String> relatives = gate.excludedFrom(householdId);
        Stream<String> units = Stream.of(place.pointCode(), place.streetCode()).filter(Objects::nonNull);
        return units.flatMap(unit -> network.consultantsAt(unit).stream())
                .filter(c -> c.position().isConsultant() && c.filing() == Consultant.Filing.FILED)
                .filter(c -> !relatives.contains(c.username()))
                .toList();
    }

    /** As the survey's form offers them: username and name. */
    public List<Map<String, String>> options(Place place, long householdId) {
        return of(place, householdId).stream()
                .map(c -> Map.of("value", c.username(), "label", c.displayName()))
                .toList();
    }
}
