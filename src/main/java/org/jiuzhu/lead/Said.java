package org.jiuzhu.lead;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says about the person in difficulty; as typed, nothing of it need be true.
 *
 * @param committeeCode 12 digits where the committee is known
 * @param streetCode 9 digits where only the street is known
 */
public record Said(
        @Nullable String name,
        @Nullable String idNumber,
        @Nullable String phone,
        @Nullable String committeeCode,
        @Nullable String streetCode,
        @Nullable String road,
        @Nullable String room) {

    public static final Said NOTHING = new Said(null, null, null, null, null, null, null);
}
