package org.jiuzhu.rulechange;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rules.CadenceMode;
import org.jiuzhu.rules.CaseRules;
import org.jiuzhu.rules.NoRule;
import org.jiuzhu.rules.Rules;
import org.jiuzhu.rules.Supposition;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadences;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.shared.Problems;
import org.springframework.stereotype.Component;

/** Rules that leave a tier without a cadence would forget whoever falls into it: that is an error, never "no visits". */
@Component
class RuleAnswers {

    /** What a street may include people as (SJ 二(三)). */
    private static final Set<Tier> INCLUDED = EnumSet.of(Tier.HIGH, Tier.KEY, Tier.GENERAL);

    private final RuleTables tables;
    private final Rules rules;
    private final CaseRules caseRules;
    private final VisitCadences cadences;

    RuleAnswers(RuleTables tables, Rules rules, CaseRules caseRules, VisitCadences cadences) {
        this.tables = tables;
        this.rules = rules;
        this.caseRules = caseRules;
        this.cadences = cadences;
    }

    void check(NewRuleChange asked, Supposition supposition, Set<String> units, Problems problems) {
        Set<Tier> silent = Batch.call(() -> rules.supposing(supposition, () -> silent(asked, units)));
        if (!silent.isEmpty()) {
            fields(asked, silent).forEach(field -> problems.add(field, "rulechange.rows.silent"));
        }
    }

    private Set<Tier> silent(NewRuleChange asked, Set<String> units) {
        Set<Tier> silent = EnumSet.noneOf(Tier.class);
        for (String unit : units) {
            var mode = CadenceMode.valueOf(caseRules.ruling(unit, "cadenceMode").text("value"));
            tiers(asked, mode).stream().filter(tier -> isSilent(unit, tier)).forEach(silent::add);
        }
        return silent;
    }

    /** Into which tiers people of a mode can fall. */
    private Set<Tier> tiers(NewRuleChange asked, CadenceMode mode) {
        return Batch.once(mode, () -> {
            Set<Tier> tiers = EnumSet.of(Tier.NONE);
            if (mode == CadenceMode.TIERED) {
                tiers.addAll(INCLUDED);
            }
            List<RuleRow> rows = asked.kind() == Kind.TIER ? tables.after(asked) : tables.rows(Kind.TIER, mode.name());
            rows.forEach(row -> tiers.add(((TierRow) row).tier()));
            return tiers;
        });
    }

    private boolean isSilent(String unit, Tier tier) {
        try {
            cadences.of(unit, tier, false);
            cadences.of(unit, tier, true);
            return false;
        } catch (NoRule none) {
            return true;
        }
    }

    /** Where what was asked made the silence. */
    private Set<String> fields(NewRuleChange asked, Set<Tier> silent) {
        Set<String> fields = new LinkedHashSet<>();
        for (RuleRow row : asked.rows()) {
            if (row instanceof TierRow of && silent.contains(of.tier())) {
                fields.add("tier_" + row.id());
            }
            if (row instanceof CaseRuleRow of && of.rule() == CaseRuleRow.Rule.CADENCE_MODE) {
                fields.add("value_" + row.id());
            }
        }
        return !fields.isEmpty() ? fields : Set.of(asked.kind() == Kind.PROFILE ? "profile" : "rows");
    }
}
