package org.jiuzhu.resource;

import java.util.Set;

/**
 * A professional point that takes referrals.
 *
 * @param capacity how many referrals it serves at a time
 */
public record Provider(
        String ngoCode, String name, Set<String> needCodes, Set<String> streetCodes, String homeStreet, int capacity) {

    public boolean serves(String needCode) {
        return needCodes.contains(needCode);
    }

    public boolean covers(String streetCode) {
        return streetCodes.contains(streetCode);
    }
}
