package org.jiuzhu.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 困难群众综合数据表 of a committee (HT 三(一)2(2), R8), in the order of names. */
@Component
@Transactional(readOnly = true)
public class DataTable {

    public static final int PAGE = 25;

    private final JdbcTemplate jdbc;
    private final People people;
    private final Households households;
    private final Benefits benefits;
    private final FieldLedger ledger;

    DataTable(JdbcTemplate jdbc, People people, Households households, Benefits benefits, FieldLedger ledger) {
        this.jdbc = jdbc;
        this.people = people;
        this.households = households;
        this.benefits = benefits;
        this.ledger = ledger;
    }

    /**
     * Everything the notice asks for about one person.
     *
     * @param members how many live together, the person included; 0 for somebody in no household
     */
    public record Row(
            Person person, @Nullable Household home, int members, List<Benefit> benefits, List<FieldValue> values) {}

    /** @param next where the next page begins, or null on the last one */
    public record Page(List<Row> rows, @Nullable Long next) {}

    public Page page(String pointCode, @Nullable Long after, int most) {
        List<Long> ids = ids(pointCode, after, most + 1);
        List<Long> shown = ids.subList(0, Math.min(most, ids.size()));
        return new Page(rows(shown), ids.size() > most ? shown.get(most - 1) : null);
    }

    public int count(String pointCode) {
        Integer count =
                jdbc.queryForObject("select count(*) from person where point_code = ?", Integer.class, pointCode);
        return count == null ? 0 : count;
    }

    private List<Long> ids(String pointCode, @Nullable Long after, int most) {
        var args = new ArrayList<@Nullable Object>(List.of(pointCode));
        String from = "";
        if (after != null) {
            from = " and (name_sort, id) > (select l.name_sort, l.id from person l where l.id = ?)";
            args.add(after);
        }
        args.add(most);
        return jdbc.queryForList(
                "select id from person where point_code = ?" + from + " order by name_sort, id limit ?",
                Long.class,
                args.toArray());
    }

    private List<Row> rows(List<Long> ids) {
        Map<Long, Person> persons =
                people.byIds(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        Map<Long, Household> homes = households.ofPeople(ids);
        Map<Long, Integer> sizes =
                sizes(homes.values().stream().map(Household::id).distinct().toList());
        Map<Long, List<Benefit>> had = benefits.of(ids).stream().collect(Collectors.groupingBy(Benefit::personId));
        Map<Long, List<FieldValue>> values = ledger.newestOf(ids).stream()
                .collect(Collectors.groupingBy(
                        FieldLedger.PersonsValue::personId,
                        Collectors.mapping(FieldLedger.PersonsValue::value, Collectors.toList())));
        return ids.stream()
                .filter(persons::containsKey)
                .map(id -> {
                    Household home = homes.get(id);
                    return new Row(
                            Objects.requireNonNull(persons.get(id)),
                            home,
                            home == null ? 0 : sizes.getOrDefault(home.id(), 0),
                            had.getOrDefault(id, List.of()),
                            values.getOrDefault(id, List.of()));
                })
                .toList();
    }

    private Map<Long, Integer> sizes(List<Long> homes) {
        return jdbc
                .query(
                        """
                        select household_id, count(*) members from household_member
                        where household_id = any (?) and to_on is null and lives_together group by household_id
                        """,
                        (row, n) -> Map.entry(row.getLong("household_id"), row.getInt("members")),
                        (Object) homes.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
