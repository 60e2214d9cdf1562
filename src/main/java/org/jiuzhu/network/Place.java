package org.jiuzhu.network;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody or something belongs; row-level security reads these three columns.
 *
 * @param pointCode null where only the street is known
 */
@Embeddable
public record Place(
        @Column(name = "district_code") String districtCode,
        @Column(name = "street_code") String streetCode,
        @Column(name = "point_code") @Nullable String pointCode) {

    /** The narrowest unit: the point, or the street where no point is known. */
    public String orgCode() {
        return pointCode == null ? streetCode : pointCode;
    }
}
