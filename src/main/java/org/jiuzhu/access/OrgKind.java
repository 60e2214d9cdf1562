package org.jiuzhu.access;

import java.util.Optional;

/** The kinds of organisation; a code tells its kind by its length, and a lower code begins with the higher one. */
public enum OrgKind {
    POINT(12),
    STATION(9),
    NGO(18),
    DISTRICT(6);

    private final int codeLength;

    OrgKind(int codeLength) {
        this.codeLength = codeLength;
    }

    /** The organisation of this kind that the given one is or stands under; empty if there is none. */
    Optional<String> codeAbove(String orgCode) {
        boolean ngo = orgCode.length() == NGO.codeLength;
        if (ngo != (this == NGO) || orgCode.length() < codeLength) {
            return Optional.empty();
        }
        return Optional.of(orgCode.substring(0, codeLength));
    }
}
