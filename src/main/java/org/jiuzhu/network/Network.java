package org.jiuzhu.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jiuzhu.shared.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The network of one installation. It is public knowledge: no row of it depends on who asks. */
@Component
@Transactional(readOnly = true)
public class Network {

    private final JdbcTemplate jdbc;

    Network(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Refusal NOT_FOUND for a code that the network does not have */
    public OrgUnit unit(String code) {
        return find(code).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "network.unknownOrg", code));
    }

    public Optional<OrgUnit> find(String code) {
        return units("where code = ?", code).stream().findFirst();
    }

    /**
     * The district, street and point that a unit is or stands under; a social organisation stands under its street.
     *
     * @throws Refusal NOT_FOUND for an unknown code, UNPROCESSABLE for a district, which has no one street
     */
    public Place place(String orgCode) {
        OrgUnit unit = unit(orgCode);
        return switch (unit.kind()) {
            case POINT -> {
                OrgUnit street = parent(unit);
                yield new Place(parent(street).code(), street.code(), unit.code());
            }
            case STREET -> new Place(parent(unit).code(), unit.code(), null);
            case NGO -> place(parent(unit).code());
            case DISTRICT -> throw new Refusal(Refusal.Kind.UNPROCESSABLE, "network.districtIsNoPlace", unit.name());
        };
    }

    public List<OrgUnit> pointsOf(String streetCode) {
        return units("where kind = 'POINT' and active and parent_code = ?", streetCode);
    }

    /** Every unit, from the district down. */
    public List<OrgUnit> all() {
        return units("");
    }

    /** How many consultants of this very unit are filed. */
    public int filedConsultantsAt(String orgCode) {
        return (int) consultantsAt(orgCode).stream()
                .filter(c -> c.position().isConsultant() && c.filing() == Consultant.Filing.FILED)
                .count();
    }

    /** Everybody whom the register has at this very unit. */
    public List<Consultant> consultantsAt(String orgCode) {
        return jdbc.query(
                "select * from consultant where org_code = ? order by username", Network::consultant, orgCode);
    }

    public Optional<Consultant> consultant(String username) {
        return jdbc.query("select * from consultant where username = ?", Network::consultant, username).stream()
                .findFirst();
    }

    private OrgUnit parent(OrgUnit unit) {
        if (unit.parentCode() == null) {
            throw new IllegalStateException(unit.code() + " stands under nothing");
        }
        return unit(unit.parentCode());
    }

    private List<OrgUnit> units(String where, Object... args) {
        return jdbc.query("select * from org_unit " + where + " order by length(code), code", Network::unit, args);
    }

    private static OrgUnit unit(ResultSet row, int number) throws SQLException {
        return new OrgUnit(
                row.getString("code"),
                OrgUnit.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("parent_code"),
                row.getString("profile"),
                row.getBoolean("active"));
    }

    private static Consultant consultant(ResultSet row, int number) throws SQLException {
        return new Consultant(
                row.getString("username"),
                row.getString("display_name"),
                row.getString("org_code"),
                Consultant.Position.valueOf(row.getString("position")),
                Consultant.Filing.valueOf(row.getString("filing")));
    }
}
