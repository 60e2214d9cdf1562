package org.jiuzhu.household;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A household to register.
 *
 * @param orgCode the committee (12 digits), or the street where no committee is known
 * @param members exactly one of them is the {@link Relation#HEAD}
 */
public record NewHousehold(String orgCode, @Nullable String road, @Nullable String room, List<NewMember> members) {

    public record NewMember(long personId, Relation relation, boolean livesTogether) {}

    /** A household of one person. */
    public NewHousehold(String orgCode, @Nullable String road, @Nullable String room, long personId) {
        this(orgCode, road, room, List.of(new NewMember(personId, Relation.HEAD, true)));
    }
}
