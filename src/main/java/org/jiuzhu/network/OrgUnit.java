package org.jiuzhu.network;

import org.jspecify.annotations.Nullable;

/**
 * A place in the network; its code is its id.
 *
 * @param code 6 digits for a district, 9 for a street's station, 12 for a point (the committee's code), 18 characters
 *     for a social organisation (GB 32100)
 * @param profile the jurisdiction profile that this unit itself follows today; units below inherit it
 */
public record OrgUnit(
        String code, Kind kind, String name, @Nullable String parentCode, @Nullable String profile, boolean active) {

    public enum Kind {
        DISTRICT,
        STREET,
        POINT,
        NGO
    }
}
