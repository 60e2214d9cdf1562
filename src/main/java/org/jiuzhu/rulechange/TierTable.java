package org.jiuzhu.rulechange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jiuzhu.rulechange.TierRow.Answer;
import org.jiuzhu.rules.CadenceMode;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.workflow.WrittenTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who falls into which tier. Rows of all modes at once (nobody visits the dead) and the one by which a street includes
 * others stay as they are.
 */
@Component
class TierTable implements ChangeableTable {

    /** Columns that are no facts. */
    private static final Set<String> OTHERS = Set.of("mode", "active", "extraTier", "tier", "reason", "source");

    @Override
    public RuleChange.Kind kind() {
        return RuleChange.Kind.TIER;
    }

    @Override
    public String decision() {
        return "visit-tier";
    }

    @Override
    public @Nullable RuleRow row(WrittenTable.Row written) {
        Map<String, String> cells = written.cells();
        boolean isPlain = Cells.word(cells, "mode") != null
                && Cells.word(cells, "tier") != null
                && Cells.ANY.equals(cells.get("active"))
                && Cells.ANY.equals(cells.get("extraTier"))
                && cells.entrySet().stream()
                        .allMatch(cell -> OTHERS.contains(cell.getKey())
                                || Answer.of(cell.getValue()).isPresent());
        return isPlain ? row(written.id(), cells) : null;
    }

    @Override
    public TierRow row(String id, Map<String, String> cells) {
        Map<String, Answer> facts = new LinkedHashMap<>();
        cells.forEach((column, cell) -> {
            if (!OTHERS.contains(column)) {
                facts.put(column, Answer.of(cell).orElseThrow());
            }
        });
        return new TierRow(
                id,
                CadenceMode.valueOf(String.valueOf(Cells.word(cells, "mode"))),
                facts,
                Tier.valueOf(String.valueOf(Cells.word(cells, "tier"))),
                String.valueOf(Cells.word(cells, "reason")),
                String.valueOf(Cells.word(cells, "source")));
    }

    @Override
    public Set<String> unfounded(RuleRow before, RuleRow after) {
        return Set.of("source");
    }

    /** Whoever a row answers today with visits must have a row afterwards too, if only one that says: none. */
    @Override
    public void check(List<RuleRow> before, List<RuleRow> after, Problems problems) {
        List<TierRow> were = tiers(before);
        List<TierRow> are = tiers(after);
        Set<String> lost = new HashSet<>();
        everybody(asked(were, are), known -> first(were, known)
                .filter(row -> row.tier() != Tier.NONE && first(are, known).isEmpty())
                .ifPresent(row -> lost.add(row.id())));
        were.stream()
                .filter(row -> lost.contains(row.id()))
                .forEach(row -> problems.add("tier_" + row.id(), "rulechange.tier.gap"));
    }

    private static List<TierRow> tiers(List<RuleRow> rows) {
        return rows.stream().map(TierRow.class::cast).toList();
    }

    private static Optional<TierRow> first(List<TierRow> rows, Map<String, @Nullable Boolean> known) {
        return rows.stream().filter(row -> row.admits(known)).findFirst();
    }

    /** The facts for which any row asks. */
    private static List<String> asked(List<TierRow> were, List<TierRow> are) {
        Set<String> asked = new HashSet<>();
        for (List<TierRow> rows : List.of(were, are)) {
            rows.forEach(row -> row.facts().forEach((fact, answer) -> {
                if (answer != Answer.ANY) {
                    asked.add(fact);
                }
            }));
        }
        return new ArrayList<>(asked);
    }

    /** Every answer to these facts, the unknown ones too. */
    private static void everybody(List<String> facts, Consumer<Map<String, @Nullable Boolean>> each) {
        everybody(facts, 0, new HashMap<>(), each);
    }

    private static void everybody(
            List<String> facts,
            int at,
            Map<String, @Nullable Boolean> known,
            Consumer<Map<String, @Nullable Boolean>> each) {
        if (at == facts.size()) {
            each.accept(known);
            return;
        }
        for (@Nullable Boolean answer : Arrays.<@Nullable Boolean>asList(true, false, null)) {
            known.put(facts.get(at), answer);
            everybody(facts, at + 1, known, each);
        }
    }
}
