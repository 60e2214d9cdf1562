package org.jiuzhu.conflict;

import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** Who looks at the relatives of others, and who files and ends for them: never in one's own matter. */
public final class Supervision {

    private Supervision() {}

    public static boolean mayInspect(Actor actor) {
        return mayFile(actor) || actor.has("inspector");
    }

    public static boolean mayFile(Actor actor) {
        return actor.mayAct() && (actor.has("stationLead") || actor.has("districtSupervisor"));
    }

    /** @param streetCode null for somebody of the district itself */
    static void check(Actor actor, String username, String orgCode, @Nullable String streetCode) {
        boolean theirs = actor.has("districtSupervisor")
                || actor.has("stationLead")
                        && actor.orgCode() != null
                        && actor.orgCode().equals(streetCode);
        if (!mayFile(actor) || actor.username().equals(username) || !theirs) {
            throw refused();
        }
    }

    static Refusal refused() {
        return new Refusal(Refusal.Kind.FORBIDDEN, "conflict.notYours");
    }
}
