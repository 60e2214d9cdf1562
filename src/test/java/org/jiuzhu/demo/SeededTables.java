package org.jiuzhu.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.TierAdvice;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of {@code src/docs/demo.md} as the database has them: every row begins with a bar. */
final class SeededTables {

    private final Network network;
    private final People people;
    private final JdbcTemplate jdbc;
    private final LocalDate today;
    private final Instant now;

    SeededTables(Network network, People people, JdbcTemplate jdbc, Clock clock) {
        this.network = network;
        this.people = people;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
        this.now = clock.instant();
    }

    List<String> rows() {
        List<Person> everybody = people.byIds(jdbc.queryForList("select id from person", Long.class));
        List<String> rows = new ArrayList<>();
        DemoNetwork.STREETS.forEach(street -> rows.add(street(street, everybody)));
        rows.add(row("样板区", "", "", units(OrgUnit.Kind.POINT), filed(""), registered(""), households(""), (long)
                everybody.size()));
        Arrays.stream(Consultant.Position.values())
                .map(position -> row(
                        position.name(),
                        staff().filter(c -> c.position() == position).count()))
                .forEach(rows::add);
        rows.add(row("everybody", staff().count()));
        network.all().stream()
                .filter(unit -> unit.kind() == OrgUnit.Kind.NGO)
                .map(this::provider)
                .forEach(rows::add);
        rows.addAll(byStreet(
                AssistanceCategory.values(),
                category -> count(everybody, person -> person.categories().contains(category))));
        Map<Long, TierAdvice> tiers = people.tierAdvice(everybody);
        rows.addAll(byStreet(
                Tier.values(),
                tier -> count(everybody, person -> tiers.get(person.id()).tier() == tier)));
        Stream.of("POLICY", "RESOURCE", "PROJECT").map(this::library).forEach(rows::add);
        rows.addAll(byStreet(LeadSource.values(), source -> grouped("lead where source = '" + source + "'")));
        rows.add(streets("open cases", grouped("assistance_case where closed_at is null")));
        rows.add(streets("closed cases", grouped("assistance_case where closed_at is not null")));
        rows.add(streets("open tasks", grouped("work_item")));
        rows.add(streets("of them visits", grouped("work_item where process_key = 'visit'")));
        rows.add(streets(
                "overdue, without visits",
                grouped("work_item where process_key <> 'visit' and due_at <= '" + now + "'")));
        rows.add(streets("contacts made", grouped("visit_contact where outcome = 'DONE'")));
        rows.add(streets("nobody at home", grouped("visit_contact where outcome = 'NOT_HOME'")));
        rows.add(streets("refused", grouped("visit_contact where outcome = 'REFUSED'")));
        rows.add(streets("windows met", grouped("visit_window where settled_as = 'MET'")));
        rows.add(streets(
                "windows running", grouped("visit_window where closed_on is null and end_on > '" + today + "'")));
        rows.add(streets("misses explained", grouped("visit_explanation")));
        rows.add(streets("misses to explain", grouped("work_item where task_key = 'userTask_explainMissedVisit'")));
        return rows;
    }

    private String street(String code, List<Person> everybody) {
        Map<String, Object> profile =
                jdbc.queryForMap("select profile, valid_from from org_profile where org_code = ?", code);
        return row(
                network.unit(code).name(),
                profile.get("profile"),
                profile.get("valid_from"),
                network.pointsOf(code).size(),
                filed(code),
                registered(code),
                households(code),
                everybody.stream()
                        .filter(person -> code.equals(person.place().streetCode()))
                        .count());
    }

    private long units(OrgUnit.Kind kind) {
        return network.all().stream().filter(unit -> unit.kind() == kind).count();
    }

    private Stream<Consultant> staff() {
        return network.all().stream().flatMap(unit -> network.consultantsAt(unit.code()).stream());
    }

    private Stream<Consultant> consultants(String street) {
        return staff().filter(c -> c.position().isConsultant() && c.orgCode().startsWith(street));
    }

    private long filed(String street) {
        return consultants(street)
                .filter(c -> c.filing() == Consultant.Filing.FILED)
                .count();
    }

    private long registered(String street) {
        return consultants(street).count();
    }

    private Long households(String street) {
        return jdbc.queryForObject(
                "select count(*) from household where starts_with(street_code, ?)", Long.class, street);
    }

    private String provider(OrgUnit ngo) {
        List<String> streets = jdbc.queryForList(
                "select unnest(street_codes) from provider where ngo_code = ?", String.class, ngo.code());
        return row(
                ngo.name(),
                "`" + ngo.code() + "`",
                streets.stream().map(code -> network.unit(code).name()).collect(joining("、")));
    }

    private String library(String library) {
        return row(
                library,
                entries(library, "valid_from <= ? and (valid_to is null or valid_to >= ?)"),
                entries(library, "valid_from <= ? and valid_to < ?"),
                entries(library, "valid_from > ? and valid_from > ?"));
    }

    private Long entries(String library, String condition) {
        return jdbc.queryForObject(
                "select count(*) from library_entry where library = ? and " + condition,
                Long.class,
                library,
                Date.valueOf(today),
                Date.valueOf(today));
    }

    private static Map<String, Long> count(List<Person> everybody, Predicate<Person> condition) {
        return everybody.stream()
                .filter(condition)
                .collect(groupingBy(person -> String.valueOf(person.place().streetCode()), counting()));
    }

    private Map<String, Long> grouped(String from) {
        return jdbc.queryForList("select street_code from " + from, String.class).stream()
                .collect(groupingBy(Function.identity(), counting()));
    }

    private static <E extends Enum<E>> List<String> byStreet(E[] values, Function<E, Map<String, Long>> counts) {
        return Arrays.stream(values)
                .map(value -> streets(value.name(), counts.apply(value)))
                .toList();
    }

    private static String streets(String first, Map<String, Long> counts) {
        Stream<Object> cells = DemoNetwork.STREETS.stream().map(street -> counts.getOrDefault(street, 0L));
        Object sum = counts.values().stream().mapToLong(Long::longValue).sum();
        return row(Stream.concat(Stream.concat(Stream.of(first), cells), Stream.of(sum))
                .toArray());
    }

    private static String row(Object... cells) {
        return Arrays.stream(cells).map(String::valueOf).collect(joining(" | ", "| ", " |"));
    }
}
