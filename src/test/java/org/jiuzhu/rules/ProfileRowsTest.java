package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jiuzhu.rules.Staffing.UnitKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row that a notice gives a profile, asked for through the interface that the rest of the product uses. */
class ProfileRowsTest {

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    private final Rules rules = RulesOf.shipped();

    /** A row as it stands in its table. */
    record Row(String table, String id, String profile, Map<String, String> cells) {

        String cell(String input) {
            return String.valueOf(cells.get(input));
        }

        @Override
        public String toString() {
            return table + " " + id;
        }
    }

    static Stream<Row> rowsOfNotices() {
        return Table.all().stream().flatMap(ProfileRowsTest::rows);
    }

    @ParameterizedTest
    @MethodSource("rowsOfNotices")
    void theRowAnswersForItsProfile(Row row) {
        var answers = ask(row).stream()
                .map(ruling -> ruling.profile().isEmpty() ? row.profile() : ruling.profile())
                .toList();
        assertThat(answers).as("%s is asked by nobody", row).isNotEmpty().containsOnly(row.profile());
        assertThat(ask(row)).anySatisfy(ruling -> assertThat(String.valueOf(ruling.outputs()))
                .contains(row.cell("value?"), row.cell("source?")));
    }

    /** A further row changes these numbers; it is asked above as soon as it is there. */
    @Test
    void theRowsOfEachNoticeAreCounted() {
        var counts = new TreeMap<String, Integer>();
        rowsOfNotices().forEach(row -> counts.merge(row.profile(), 1, Integer::sum));
        assertThat(counts)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("chuansha", 44, "changning", 36, "songjiang", 38, "putuo", 27, "hangtou", 17));
    }

    private List<Ruling> ask(Row row) {
        String org = row.profile();
        return switch (row.table()) {
            case "case-rules" -> List.of(new CaseRules(rules).ruling(org, row.cell("rule")));
            case "staffing" ->
                List.of(new Staffing(rules).ruling(org, UnitKind.valueOf(row.cell("unitKind")), row.cell("rule")));
            case "task-routing" -> new TaskRouting(rules).rulingsFor(row.cell("step"), org);
            case "visit-cadence" ->
                new VisitCadences(rules)
                                .of(
                                        org,
                                        Tier.valueOf(row.cell("tier")),
                                        row.cell("specialNode").equals("true"))
                                .stream()
                                .map(VisitCadence::ruling)
                                .toList();
            case "jurisdiction" -> new Jurisdiction(rules).of(org, row.cell("parameter"));
            case "training" ->
                List.of(new Training(rules).required(org, Training.Audience.valueOf(row.cell("audience"))));
            case "profile" -> List.of(new Notices(rules).of(org).ruling());
            default -> List.of();
        };
    }

    private static Stream<Row> rows(String table) {
        var file = Table.of(table);
        if (!file.inputs().contains("profile")) {
            return Stream.of();
        }
        var rows = new ArrayList<Row>();
        for (Rule rule : file.rules()) {
            var cells = new LinkedHashMap<String, String>();
            for (int i = 0; i < file.inputs().size(); i++) {
                cells.put(
                        file.inputs().get(i),
                        text(List.copyOf(rule.getInputEntries()).get(i)));
            }
            var outputs = List.copyOf(rule.getOutputEntries());
            cells.put("value?", text(outputs.get(0)));
            cells.put("source?", text(outputs.get(file.outputs().indexOf("source"))));
            rows.add(new Row(table, rule.getId(), String.valueOf(cells.get("profile")), cells));
        }
        return rows.stream()
                .filter(row ->
                        !row.profile().equals("default") && !row.profile().equals("-"));
    }

    /** The first literal of a cell, or the cell as it is. */
    private static String text(DmnElement cell) {
        var text = cell.getDomElement().getTextContent().trim();
        var literal = LITERAL.matcher(text);
        return literal.find() ? literal.group(1) : text;
    }
}
