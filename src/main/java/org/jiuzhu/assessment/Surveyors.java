package org.jiuzhu.assessment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.Place;
import org.springframework.stereotype.Component;

/** Who may survey a household: the filed consultants of its point and of the point's station. */
@Component
public class Surveyors {

    private final Network network;

    Surveyors(Network network) {
        this.network = network;
    }

    public List<Consultant> of(Place place) {
        Stream<String> units = Stream.of(place.pointCode(), place.streetCode()).filter(Objects::nonNull);
        return units.flatMap(unit -> network.consultantsAt(unit).stream())
                .filter(c -> c.position().isConsultant() && c.filing() == Consultant.Filing.FILED)
                .toList();
    }

    /** As the survey's form offers them: username and name. */
    public List<Map<String, String>> options(Place place) {
        return of(place).stream()
                .map(c -> Map.of("value", c.username(), "label", c.displayName()))
                .toList();
    }
}
