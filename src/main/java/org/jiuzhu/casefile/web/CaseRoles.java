package org.jiuzhu.casefile.web;

import java.util.Set;
import org.jiuzhu.shared.Actor;

/** Who reports what happened: whoever works with the household; reopening and refiling are the station lead's. */
final class CaseRoles {

    private static final Set<String> CONSULTANTS =
            Set.of("pointConsultant", "pointLead", "stationConsultant", "stationLead");

    private CaseRoles() {}

    static boolean mayReport(Actor actor) {
        return actor.mayAct() && actor.roles().stream().anyMatch(CONSULTANTS::contains);
    }

    static boolean leadsAStation(Actor actor) {
        return actor.mayAct() && actor.has("stationLead");
    }
}
