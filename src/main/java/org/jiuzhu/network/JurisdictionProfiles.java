package org.jiuzhu.network;

import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.rules.Profiles;
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
    public List<String> chainFor(String orgCode, LocalDate on) {
        return jdbc.queryForList(
                """
                with recursive up as (
                  select o.*, 0 as height from org_unit o where o.code = ?
                  union all
                  select o.*, up.height + 1 from org_unit o join up on o.code = up.parent_code)
                select profile from up
                where profile is not null
                  and (profile_from is null or profile_from <= ?) and (profile_to is null or profile_to >= ?)
                order by height
                """,
                String.class,
                orgCode,
                on,
                on);
    }
}
