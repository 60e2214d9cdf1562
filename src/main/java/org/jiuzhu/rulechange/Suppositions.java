package org.jiuzhu.rulechange;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rules.Supposition;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.visit.Whom;
import org.springframework.stereotype.Component;

/** A change as what would hold, and for whom. */
@Component
class Suppositions {

    private final RuleTables tables;
    private final Following following;

    Suppositions(RuleTables tables, Following following) {
        this.tables = tables;
        this.following = following;
    }

    Supposition of(NewRuleChange asked) {
        LocalDate on = Objects.requireNonNull(asked.effectiveOn());
        return asked.kind() == Kind.PROFILE
                ? Supposition.of(on, Objects.requireNonNull(asked.orgCode()), asked.profile())
                : Supposition.of(on, tables.draft(asked.kind(), asked.rows(), ""));
    }

    Whom whom(NewRuleChange asked, String districtCode) {
        return asked.kind() == Kind.CADENCE
                ? new Whom.OfTiers(asked.profile(), tiers(asked))
                : new Whom.At(following.units(asked, districtCode));
    }

    private static Set<Tier> tiers(NewRuleChange asked) {
        Set<Tier> tiers = EnumSet.noneOf(Tier.class);
        asked.rows().forEach(row -> tiers.addAll(((CadenceRow) row).tiers()));
        return tiers;
    }
}
