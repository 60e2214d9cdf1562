package org.jiuzhu.household;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people are called, for lists of many: nothing else of them is read or decrypted. */
@Component
@Transactional(readOnly = true)
public class PeopleNames {

    private final JdbcTemplate jdbc;

    PeopleNames(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By person, in the order of names; who is not visible is left out. */
    public Map<Long, String> of(Collection<Long> personIds) {
        Map<Long, String> names = new LinkedHashMap<>();
        jdbc.query(
                "select id, name from person where id = any (?) order by name_sort, id",
                row -> {
                    names.put(row.getLong("id"), row.getString("name"));
                },
                (Object) personIds.toArray(Long[]::new));
        return names;
    }
}
