package org.jiuzhu.changereport.web;

import java.util.Set;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;

/** Who may report: consultants about whom they see, informants about whom they name. */
final class Reporters {

    private static final Set<String> CONSULTANTS =
            Set.of("pointConsultant", "pointLead", "stationConsultant", "stationLead");

    private Reporters() {}

    static boolean seesTheRegister(Actor actor) {
        return actor.roles().stream().anyMatch(CONSULTANTS::contains);
    }

    static Actor check(Actor actor) {
        boolean may = actor.has("informant")
                || actor.has("otherVisitor")
                || actor.has("hotlineClient")
                || seesTheRegister(actor);
        if (!may) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "changereport.mayNotReport");
        }
        return actor;
    }
}
