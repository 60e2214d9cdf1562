package org.jiuzhu.rulechange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.workflow.WrittenTable;
import org.jspecify.annotations.Nullable;

/** One of the tables whose rows can be changed. */
interface ChangeableTable {

    RuleChange.Kind kind();

    /** The id of the decision. */
    String decision();

    /** A row in its own terms; null for one that cannot be changed. */
    @Nullable
    RuleRow row(WrittenTable.Row written);

    /** A row by all its cells. */
    RuleRow row(String id, Map<String, String> cells);

    /** The columns of sources that say nothing any more about what the row says now. */
    Set<String> unfounded(RuleRow before, RuleRow after);

    /** @param before all rows of the set in the table's order; {@code after} the same ones as they would be */
    void check(List<RuleRow> before, List<RuleRow> after, Problems problems);
}
