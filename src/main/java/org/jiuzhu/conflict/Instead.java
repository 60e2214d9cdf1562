package org.jiuzhu.conflict;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jiuzhu.workflow.TaskSubject;

/** Who is asked where everybody asked is excluded, nearest first: point, station, station lead, district [A]. */
final class Instead {

    private Instead() {}

    /** Nobody instead of a professional point: its silence is a decline already. */
    static Stream<String> of(Collection<String> groups, TaskSubject subject) {
        Set<String> further = new LinkedHashSet<>();
        for (String group : groups) {
            for (String role : above(group.substring(0, group.indexOf(':')))) {
                further.add(role + ":" + (role.startsWith("station") ? subject.streetCode() : subject.districtCode()));
            }
        }
        further.removeAll(groups);
        return further.stream();
    }

    private static List<String> above(String role) {
        return switch (role) {
            case "pointConsultant" -> List.of("stationConsultant", "stationLead", "districtSupervisor");
            case "pointLead", "stationConsultant" -> List.of("stationLead", "stationConsultant", "districtSupervisor");
            case "stationLead" -> List.of("stationConsultant", "districtSupervisor");
            default -> List.of();
        };
    }
}
