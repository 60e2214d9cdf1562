package org.jiuzhu.demo;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.shared.Actor;
import org.springframework.stereotype.Component;

/** The demo's consultants and NGO workers as actors, so that its cases are done by those who may. */
@Component
public class DemoPeople {

    private final Network network;

    DemoPeople(Network network) {
        this.network = network;
    }

    /** Everybody filed whom the task is offered to, in the order of groups and usernames. */
    public List<Actor> offeredTo(Collection<String> groups) {
        return groups.stream()
                .sorted()
                .map(group -> group.split(":"))
                .flatMap(group -> network.consultantsAt(group[1]).stream()
                        .map(DemoPeople::actor)
                        .filter(actor -> actor.mayAct() && actor.has(group[0])))
                .toList();
    }

    public Actor named(String username) {
        return network.consultant(username)
                .map(DemoPeople::actor)
                .orElseThrow(() -> new IllegalStateException("The demo has no " + username));
    }

    /** Everybody in the register. */
    public List<Actor> all() {
        return network.all().stream()
                .map(OrgUnit::code)
                .flatMap(code -> network.consultantsAt(code).stream())
                .map(DemoPeople::actor)
                .toList();
    }

    private static Actor actor(Consultant consultant) {
        Set<String> roles = roles(consultant.position()).collect(Collectors.toUnmodifiableSet());
        return new Actor(
                consultant.username(),
                consultant.displayName(),
                roles,
                consultant.orgCode(),
                roles.stream().map(role -> role + ":" + consultant.orgCode()).collect(Collectors.toUnmodifiableSet()),
                consultant.filing() == Consultant.Filing.FILED);
    }

    private static Stream<String> roles(Consultant.Position position) {
        return switch (position) {
            case POINT_LEAD -> Stream.of("pointLead", "pointConsultant");
            case POINT_CONSULTANT -> Stream.of("pointConsultant");
            case STATION_LEAD -> Stream.of("stationLead", "stationConsultant");
            case STATION_CONSULTANT -> Stream.of("stationConsultant");
            case NGO_WORKER -> Stream.of("ngoWorker");
            case DISTRICT_SUPERVISOR -> Stream.of("districtSupervisor");
            default -> Stream.of();
        };
    }
}
