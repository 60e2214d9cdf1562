package org.jiuzhu.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A jurisdiction profile that a unit follows of its own; units below inherit it.
 *
 * @param to the last day, or null until further notice
 */
public record OrgProfile(String orgCode, String profile, LocalDate from, @Nullable LocalDate to) {

    static OrgProfile of(ResultSet row, int number) throws SQLException {
        return new OrgProfile(
                row.getString("org_code"),
                row.getString("profile"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
