package org.jiuzhu.visit;

import java.sql.ResultSet;
import java.sql.SQLException;

/** @param number {@code PC-2026-000001}, the business key of its process */
public record Round(long id, String number) {

    static Round of(ResultSet row, int rowNumber) throws SQLException {
        return new Round(row.getLong("id"), row.getString("number"));
    }
}
