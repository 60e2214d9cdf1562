package org.jiuzhu.resource;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The libraries as they are in force today. Public knowledge: nothing here is about a person. */
@Component
@Transactional(readOnly = true)
public class Libraries {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Libraries(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of one street, and those open to every street. */
    public List<Policy> policies(String streetCode) {
        return inForce(Library.POLICY, streetCode).stream().map(Policy::of).toList();
    }

    public List<Resource> resources(String streetCode) {
        return inForce(Library.RESOURCE, streetCode).stream().map(Resource::of).toList();
    }

    public List<Resource> projects(String streetCode) {
        return inForce(Library.PROJECT, streetCode).stream().map(Resource::of).toList();
    }

    /** Every professional point that is active and has said what it does. */
    public List<Provider> providers() {
        return jdbc.query(
                """
                select p.*, o.name from provider p join org_unit o on o.code = p.ngo_code and o.active order by o.name
                """,
                (row, n) -> new Provider(
                        row.getString("ngo_code"),
                        row.getString("name"),
                        texts(row, "need_codes"),
                        texts(row, "street_codes"),
                        row.getString("home_street"),
                        row.getInt("capacity")));
    }

    private List<LibraryEntry> inForce(Library library, String streetCode) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.query(
                """
                select * from library_on(?) where library = ? and (street_code = ? or street_code is null)
                  and valid_from <= ? and (valid_to is null or valid_to >= ?) order by domain, name, code
                """,
                LibraryEntry::of,
                today,
                library.name(),
                streetCode,
                today,
                today);
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Set.of((String[]) array.getArray());
    }
}
