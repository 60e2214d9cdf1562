package org.jiuzhu.rulechange;

import java.util.Map;
import org.jiuzhu.rules.Ruling;

/** A row of a decision table on which visits depend, as far as it can be changed. */
public sealed interface RuleRow permits CadenceRow, TierRow, CaseRuleRow {

    String id();

    /** Of which set it is: the profile whose row it is; for a tier the cadence mode. */
    String set();

    /** What it asks and says, by column, as expressions of the table; sources are left out. */
    Map<String, String> cells();

    /** The sentence on which it rests, or {@link Ruling#ASSUMPTION}. */
    String source();

    /** The columns of sources, as the table writes them. */
    default Map<String, String> sources() {
        return Map.of("source", Cells.quoted(source()));
    }

    /** Whether a notice says it. */
    default boolean isStated() {
        return !source().equals(Ruling.ASSUMPTION);
    }

    default boolean saysTheSameAs(RuleRow other) {
        return id().equals(other.id()) && cells().equals(other.cells());
    }
}
