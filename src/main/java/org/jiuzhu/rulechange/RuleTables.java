package org.jiuzhu.rulechange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rules.Ruling;
import org.jiuzhu.workflow.DecisionDraft;
import org.jiuzhu.workflow.DecisionDrafts;
import org.jiuzhu.workflow.DecisionTables;
import org.springframework.stereotype.Component;

/** The tables whose rows can be changed, as they are in force, row by row, and with other cells. */
@Component
class RuleTables {

    private final Map<Kind, ChangeableTable> tables;
    private final DecisionTables written;
    private final DecisionDrafts drafts;

    RuleTables(List<ChangeableTable> tables, DecisionTables written, DecisionDrafts drafts) {
        this.tables = tables.stream().collect(Collectors.toMap(ChangeableTable::kind, Function.identity()));
        this.written = written;
        this.drafts = drafts;
    }

    ChangeableTable of(Kind kind) {
        return Objects.requireNonNull(tables.get(kind), () -> kind + " has no table");
    }

    /** The rows of a set that can be changed, in the table's order. */
    List<RuleRow> rows(Kind kind, String set) {
        return all(kind).stream().filter(row -> row.set().equals(set)).toList();
    }

    List<RuleRow> all(Kind kind) {
        ChangeableTable table = of(kind);
        return written.latest().stream()
                .filter(one -> one.id().equals(table.decision()))
                .flatMap(one -> one.rows().stream())
                .flatMap(row -> Stream.ofNullable(table.row(row)))
                .toList();
    }

    /** All rows of the set, some of them as they are to be. */
    List<RuleRow> after(NewRuleChange asked) {
        Map<String, RuleRow> changed = asked.rows().stream().collect(Collectors.toMap(RuleRow::id, row -> row));
        return rows(asked.kind(), asked.profile()).stream()
                .map(row -> changed.getOrDefault(row.id(), row))
                .toList();
    }

    /**
     * The table with these rows instead; what is changed rests on no notice any more.
     *
     * @throws IllegalArgumentException for a row that is not there
     */
    DecisionDraft draft(Kind kind, List<? extends RuleRow> changed, String remark) {
        ChangeableTable table = of(kind);
        List<RuleRow> known = all(kind);
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        for (RuleRow row : changed) {
            RuleRow before = known.stream()
                    .filter(one -> one.id().equals(row.id()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No row " + row.id()));
            if (!row.saysTheSameAs(before)) {
                cells.put(row.id(), others(table, before, row));
            }
        }
        return drafts.change(table.decision(), cells, remark);
    }

    private static Map<String, String> others(ChangeableTable table, RuleRow before, RuleRow after) {
        Map<String, String> others = new LinkedHashMap<>(after.cells());
        others.entrySet().removeAll(before.cells().entrySet());
        table.unfounded(before, after).forEach(column -> others.put(column, Cells.quoted(Ruling.ASSUMPTION)));
        return others;
    }
}
