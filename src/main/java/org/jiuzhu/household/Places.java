package org.jiuzhu.household;

import java.util.Optional;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.Problems;

/** Residents belong to a committee, or to a street while the committee is not known; to nothing else. */
final class Places {

    private Places() {}

    static Optional<Place> check(Network network, String orgCode, Problems problems) {
        Optional<OrgUnit> abolished = network.find(orgCode).filter(unit -> !unit.active());
        if (abolished.isPresent()) {
            problems.add("pointCode", "network.abolishedOrg", abolished.get().name(), orgCode);
            return Optional.empty();
        }
        Optional<Place> place = network.find(orgCode)
                .filter(unit -> unit.kind() == OrgUnit.Kind.POINT || unit.kind() == OrgUnit.Kind.STREET)
                .map(unit -> network.place(unit.code()));
        if (place.isEmpty()) {
            problems.add("pointCode", "network.unknownOrg", orgCode);
        }
        return place;
    }
}
