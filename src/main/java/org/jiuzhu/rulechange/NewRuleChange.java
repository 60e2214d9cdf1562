package org.jiuzhu.rulechange;

import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to change.
 *
 * @param profile the set whose rows change (a profile; for tiers a cadence mode), or which profile the unit is to follow
 * @param orgCode the unit; null for rows of a table
 * @param rows the rows that are to say something else; empty for a unit's profile
 * @param atOnce whether open windows go over to the new rules
 * @param reason in the orderer's words, about rules and not about people; not needed for a preview
 */
public record NewRuleChange(
        Kind kind,
        String profile,
        @Nullable String orgCode,
        @Nullable LocalDate effectiveOn,
        List<? extends RuleRow> rows,
        boolean atOnce,
        @Nullable String reason) {

    public NewRuleChange {
        rows = List.copyOf(rows);
    }
}
