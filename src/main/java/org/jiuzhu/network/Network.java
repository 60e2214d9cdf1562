package org.jiuzhu.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.shared.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The network of one installation. It is public knowledge: no row of it depends on who asks. */
@Component
@Transactional(readOnly = true)
public class Network {

    private final JdbcTemplate jdbc;
    private final JurisdictionProfiles profiles;
    private final Clock clock;

    Network(JdbcTemplate jdbc, JurisdictionProfiles profiles, Clock clock) {
        this.jdbc = jdbc;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** @throws Refusal NOT_FOUND for a code that the network does not have */
    public OrgUnit unit(String code) {
        return find(code).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "network.unknownOrg", code));
    }

    public Optional<OrgUnit> find(String code) {
        return Batch.once(
                new Unit(code), () -> units("where code = ?", code).stream().findFirst());
    }

    private record Unit(String code) {}

    private record Staff(String orgCode) {}

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

    /** The profiles that hold for a unit on a day: its own first, then those of the units above it. */
    public List<OrgProfile> profilesOf(String orgCode, LocalDate on) {
        return profiles.assigned(orgCode, on);
    }

    /** Every profile that was or will be assigned to this very unit, the newest first. */
    public List<OrgProfile> profileHistory(String orgCode) {
        return jdbc.query(
                "select * from org_profile where org_code = ? order by valid_from desc", OrgProfile::of, orgCode);
    }

    /** How many consultants of this very unit are filed. */
    public int filedConsultantsAt(String orgCode) {
        return (int) consultantsAt(orgCode).stream()
                .filter(c -> c.position().isConsultant() && c.filing() == Consultant.Filing.FILED)
                .count();
    }

    /** Everybody whom the register has at this very unit. */
    public List<Consultant> consultantsAt(String orgCode) {
        return Batch.once(
                new Staff(orgCode),
                () -> jdbc.query(
                        "select * from consultant where org_code = ? order by username", Network::consultant, orgCode));
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
        LocalDate today = LocalDate.now(clock);
        return jdbc.query(
                """
                select o.*, p.profile from org_unit o
                left join org_profile p on p.org_code = o.code
                  and p.valid_from <= ? and (p.valid_to is null or p.valid_to >= ?)
                """
                        + where + " order by length(code), code",
                Network::unit,
                Stream.concat(Stream.of(today, today), Stream.of(args)).toArray());
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
