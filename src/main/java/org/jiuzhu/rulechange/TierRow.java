package org.jiuzhu.rulechange;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jiuzhu.rules.CadenceMode;
import org.jiuzhu.rules.Tier;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code visit-tier}: who falls into which tier, in places of one cadence mode.
 *
 * @param facts what it asks, by fact, in the table's order
 * @param reason message key {@code rules.tier.reason.<reason>}
 */
public record TierRow(String id, CadenceMode mode, Map<String, Answer> facts, Tier tier, String reason, String source)
        implements RuleRow {

    public TierRow {
        facts = new LinkedHashMap<>(facts);
    }

    /** What a row wants of a fact. */
    public enum Answer {
        ANY(Cells.ANY),
        YES("true"),
        NO("false"),
        /** Also of whom nobody has said it. */
        NOT_KNOWN_TO_BE("false, null");

        private final String cell;

        Answer(String cell) {
            this.cell = cell;
        }

        static Optional<Answer> of(String cell) {
            return Arrays.stream(values())
                    .filter(answer -> answer.cell.equals(cell))
                    .findFirst();
        }

        boolean admits(@Nullable Boolean fact) {
            return switch (this) {
                case ANY -> true;
                case YES -> fact != null && fact;
                case NO -> fact != null && !fact;
                case NOT_KNOWN_TO_BE -> fact == null || !fact;
            };
        }
    }

    public TierRow with(Map<String, Answer> others, Tier other) {
        return new TierRow(id, mode, others, other, reason, source);
    }

    @Override
    public String set() {
        return mode.name();
    }

    @Override
    public Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("mode", Cells.quoted(mode.name()));
        facts.forEach((fact, answer) -> cells.put(fact, answer.cell));
        cells.put("tier", Cells.quoted(tier.name()));
        cells.put("reason", Cells.quoted(reason));
        return cells;
    }

    boolean admits(Map<String, @Nullable Boolean> known) {
        return facts.entrySet().stream().allMatch(fact -> fact.getValue().admits(known.get(fact.getKey())));
    }
}
