package org.jiuzhu.demo;

import java.util.List;
import java.util.Set;
import org.jiuzhu.household.SafetyFlag;

/** A household that does not exist, the head first. */
record Home(String pointCode, String road, String room, Set<SafetyFlag> flags, List<Resident> members) {

    Home(String pointCode, String road, String room, Set<SafetyFlag> flags, Resident... members) {
        this(pointCode, road, room, flags, List.of(members));
    }
}
