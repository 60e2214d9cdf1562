package org.jiuzhu.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuzhu.rules.Profiles;
import org.jiuzhu.shared.Batch;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A unit's own profile, then those of the units above it, each only on the days for which it was assigned. */
@Component
@Transactional(readOnly = true)
class JurisdictionProfiles implements Profiles {

    private final JdbcTemplate jdbc;

    JurisdictionProfiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> chainFor(String orgCode, LocalDate on, Map<String, String> instead) {
        return Batch.once(new Chain(orgCode, on, instead), () -> up(orgCode, on, instead));
    }

    private record Chain(String orgCode, LocalDate on, Map<String, String> instead) {}

    private List<String> up(String orgCode, LocalDate on, Map<String, String> instead) {
        return jdbc
                .query(
                        """
                        with recursive up as (
                          select o.code, o.parent_code, 0 as height from org_unit o where o.code = ?
                          union all
                          select o.code, o.parent_code, up.height + 1 from org_unit o join up on o.code = up.parent_code)
                        select up.code, p.profile from up left join org_profile p on p.org_code = up.code
                          and p.valid_from <= ? and (p.valid_to is null or p.valid_to >= ?)
                        order by up.height
                        """,
                        (row, n) -> Optional.ofNullable(
                                instead.getOrDefault(row.getString("code"), row.getString("profile"))),
                        orgCode,
                        on,
                        on)
                .stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The assignments in force on a day, the unit's own first, then those of the units above it. */
    List<OrgProfile> assigned(String orgCode, LocalDate on) {
        return jdbc.query(
                """
                with recursive up as (
                  select o.code, o.parent_code, 0 as height from org_unit o where o.code = ?
                  union all
                  select o.code, o.parent_code, up.height + 1 from org_unit o join up on o.code = up.parent_code)
                select p.* from up join org_profile p on p.org_code = up.code
                where p.valid_from <= ? and (p.valid_to is null or p.valid_to >= ?)
                order by up.height
                """,
                OrgProfile::of,
                orgCode,
                on,
                on);
    }
}
