package org.jiuzhu.access;

import java.util.List;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;

/**
 * The one function that says which rows somebody may see. A point sees its residents, a station its points, a district
 * its stations, an NGO what was referred to it, a grid worker or volunteer the visits of
 * one committee; a role that is not named here sees no household at all.
 */
public final class AccessScope {

    private record Rule(Role role, DataScope.Level level) {}

    /** Widest first. */
    private static final List<Rule> RULES = List.of(
            new Rule(Role.DISTRICT_SUPERVISOR, DataScope.Level.DISTRICT),
            new Rule(Role.INSPECTOR, DataScope.Level.DISTRICT),
            new Rule(Role.STATION_LEAD, DataScope.Level.STREET),
            new Rule(Role.STATION_CONSULTANT, DataScope.Level.STREET),
            new Rule(Role.POINT_LEAD, DataScope.Level.POINT),
            new Rule(Role.POINT_CONSULTANT, DataScope.Level.POINT),
            new Rule(Role.NGO_WORKER, DataScope.Level.NGO),
            new Rule(Role.OTHER_VISITOR, DataScope.Level.VISITOR));

    private AccessScope() {}

    public static DataScope of(Actor actor) {
        String orgCode = actor.orgCode();
        if (orgCode == null) {
            return DataScope.NOTHING;
        }
        return RULES.stream()
                .filter(rule -> actor.has(rule.role().id()))
                .flatMap(rule -> rule.role().worksIn().flatMap(kind -> kind.codeAbove(orgCode)).stream()
                        .map(code -> new DataScope(rule.level(), code)))
                .findFirst()
                .orElse(DataScope.NOTHING);
    }
}
