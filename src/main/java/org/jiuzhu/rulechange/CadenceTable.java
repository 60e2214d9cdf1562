package org.jiuzhu.rulechange;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuzhu.rules.Ruling;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.visit.Duty;
import org.jiuzhu.workflow.DecisionDraft;
import org.jiuzhu.workflow.DecisionDrafts;
import org.jiuzhu.workflow.DecisionTables;
import org.jiuzhu.workflow.WrittenTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table {@code visit-cadence} as it is in force, row by row, and with other cells. */
@Component
class CadenceTable {

    private static final String TABLE = "visit-cadence";
    private static final String ASSUMED = quoted(Ruling.ASSUMPTION);
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    private final DecisionTables tables;
    private final DecisionDrafts drafts;

    CadenceTable(DecisionTables tables, DecisionDrafts drafts) {
        this.tables = tables;
        this.drafts = drafts;
    }

    /** The rows of a profile that demand visits, in the table's order. */
    List<CadenceRow> rows(String profile) {
        return all().stream().filter(row -> row.profile().equals(profile)).toList();
    }

    List<CadenceRow> all() {
        return tables.latest().stream()
                .filter(table -> table.id().equals(TABLE))
                .flatMap(table -> table.rows().stream())
                .filter(row -> word(row.conditions(), "profile") != null
                        && !Per.NONE.name().equals(word(row.conclusions(), "period")))
                .map(CadenceTable::row)
                .toList();
    }

    /**
     * The table with these rows instead; what is changed rests on no notice any more.
     *
     * @throws IllegalArgumentException for a row that is not there
     */
    DecisionDraft draft(List<CadenceRow> changed, String remark) {
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        List<CadenceRow> known = all();
        for (CadenceRow row : changed) {
            CadenceRow before = known.stream()
                    .filter(one -> one.id().equals(row.id()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No row " + row.id()));
            cells.put(row.id(), cells(before.duty(), row.duty()));
        }
        return drafts.change(TABLE, cells, remark);
    }

    private static Map<String, String> cells(Duty before, Duty after) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("count", String.valueOf(after.count()));
        cells.put("period", quoted(after.per().name()));
        cells.put("channels", quoted(after.channels().name()));
        cells.put("distinctDays", String.valueOf(after.distinctDays()));
        cells.put(
                "daysAhead",
                after.daysAhead() == null ? "null" : after.daysAhead().toString());
        if (after.count() != before.count() || after.per() != before.per()) {
            cells.put("source", ASSUMED);
        }
        if (after.channels() != before.channels()) {
            cells.put("channelsSource", ASSUMED);
        }
        return cells;
    }

    private static CadenceRow row(WrittenTable.Row row) {
        Map<String, String> says = row.conclusions();
        return new CadenceRow(
                row.id(),
                String.valueOf(word(row.conditions(), "profile")),
                tiers(row.conditions().getOrDefault("tier", "-")),
                "true".equals(row.conditions().get("specialNode")),
                new Duty(
                        Per.valueOf(String.valueOf(word(says, "period"))),
                        Integer.parseInt(says.getOrDefault("count", "")),
                        Channels.valueOf(String.valueOf(word(says, "channels"))),
                        Boolean.parseBoolean(says.get("distinctDays")),
                        number(says.get("daysAhead"))),
                String.valueOf(word(says, "source")),
                String.valueOf(word(says, "channelsSource")));
    }

    private static Set<Tier> tiers(String cell) {
        Set<Tier> tiers = EnumSet.noneOf(Tier.class);
        LITERAL.matcher(cell).results().forEach(found -> tiers.add(Tier.valueOf(found.group(1))));
        return tiers;
    }

    private static @Nullable String word(Map<String, String> cells, String column) {
        Matcher literal = LITERAL.matcher(cells.getOrDefault(column, ""));
        return literal.matches() ? literal.group(1) : null;
    }

    private static @Nullable Integer number(@Nullable String cell) {
        return cell == null || !cell.matches("\\d+") ? null : Integer.valueOf(cell);
    }

    private static String quoted(String word) {
        return '"' + word + '"';
    }
}
