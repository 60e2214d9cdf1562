package org.jiuzhu.household;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.InvalidValue;
import org.jiuzhu.shared.NameTokens;
import org.jiuzhu.shared.Phone;
import org.jiuzhu.shared.crypto.SearchHash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds people by name (characters, pinyin, initials), whole identity number or telephone number, all by equality:
 * row-level security leaves indexes to equality only.
 */
@Component
class PersonSearch {

    private final JdbcTemplate jdbc;
    private final SearchHash hash;

    PersonSearch(JdbcTemplate jdbc, SearchHash hash) {
        this.jdbc = jdbc;
        this.hash = hash;
    }

    /** Instead of what the person was found by before. */
    void index(Person person) {
        jdbc.update("delete from name_token where person_id = ?", person.id());
        List<Object[]> rows = NameTokens.of(person.name()).stream()
                .map(token -> new Object[] {
                    token,
                    person.id(),
                    person.place().districtCode(),
                    person.place().streetCode(),
                    person.place().pointCode()
                })
                .toList();
        jdbc.batchUpdate(
                "insert into name_token (token, person_id, district_code, street_code, point_code) values (?, ?, ?, ?, ?)",
                rows);
    }

    int count(String text, int most) {
        var sql = new StringBuilder();
        var args = new ArrayList<@Nullable Object>();
        addConditions(text, sql, args);
        Integer count = jdbc.queryForObject(
                "select count(*) from (select 1" + sql + " limit " + most + ") found", Integer.class, args.toArray());
        return count == null ? 0 : count;
    }

    /** Ids in the order of the names' pinyin. */
    List<Long> find(String text, @Nullable Long after, int most) {
        var sql = new StringBuilder("select p.id");
        var args = new ArrayList<@Nullable Object>();
        addConditions(text, sql, args);
        if (after != null) {
            sql.append(" and (p.name_sort, p.id) > (select l.name_sort, l.id from person l where l.id = ?)");
            args.add(after);
        }
        sql.append(" order by p.name_sort, p.id limit ").append(most);
        return jdbc.queryForList(sql.toString(), Long.class, args.toArray());
    }

    private void addConditions(String text, StringBuilder sql, List<@Nullable Object> args) {
        sql.append(" from person p where true");
        addScope(sql, args);
        if (!text.isBlank()) {
            addFilter(text.strip(), sql, args);
        }
    }

    /** Says to the planner what the policy says anyway, so that an index answers. */
    private static void addScope(StringBuilder sql, List<@Nullable Object> args) {
        DataScope scope = DataScope.current();
        String column =
                switch (scope.level()) {
                    case POINT -> "point_code";
                    case STREET -> "street_code";
                    case DISTRICT -> "district_code";
                    case SYSTEM, NGO, VISITOR, NONE -> null;
                };
        if (column != null) {
            sql.append(" and p.").append(column).append(" = ?");
            args.add(scope.code());
        }
    }

    private void addFilter(String text, StringBuilder sql, List<@Nullable Object> args) {
        Collection<String> numbers = hashes(text);
        if (!numbers.isEmpty()) {
            sql.append(" and (p.id_hash = any (?) or p.phone_hash = any (?))");
            String[] hashed = numbers.toArray(String[]::new);
            args.add(hashed);
            args.add(hashed);
            return;
        }
        Set<String> tokens = NameTokens.ofQuery(text);
        sql.append(" and p.id in (select t.person_id from name_token t where t.token = any (?)")
                .append(" group by t.person_id having count(*) = ?)");
        args.add(tokens.toArray(String[]::new));
        args.add(tokens.size());
    }

    private List<String> hashes(String text) {
        String id = IdNumbersTyped.normalised(text);
        return Stream.concat(
                        IdNumbersTyped.isWhole(id) ? Stream.of(hash.of("id", id)) : Stream.empty(),
                        phone(text).stream().map(phone -> hash.of("phone", phone.value())))
                .toList();
    }

    private static List<Phone> phone(String text) {
        try {
            return List.of(Phone.parse(text));
        } catch (InvalidValue none) {
            return List.of();
        }
    }
}
