package org.jiuzhu.lifeevent.web;

import java.util.Set;
import org.jiuzhu.shared.Actor;

/** Who reports what happened: whoever works with the household; what is taken back is the station lead's. */
final class Roles {

    private static final Set<String> CONSULTANTS =
            Set.of("pointConsultant", "pointLead", "stationConsultant", "stationLead");

    private Roles() {}

    static boolean mayReport(Actor actor) {
        return actor.mayAct() && actor.roles().stream().anyMatch(CONSULTANTS::contains);
    }

    static boolean leadsAStation(Actor actor) {
        return actor.mayAct() && actor.has("stationLead");
    }
}
