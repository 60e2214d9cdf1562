package org.jiuzhu.rulechange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgProfile;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.springframework.stereotype.Component;

/** What a change of rules must hold to: who orders it, for which day, and that it demands something that can be done. */
@Component
class RuleChangeChecks {

    static final int LONGEST_REASON = 300;

    private static final Set<String> ORDERERS = Set.of("districtSupervisor", "modeler", "administrator");
    private static final int YEARS_AHEAD = 2;

    private final Network network;
    private final KnownProfiles profiles;
    private final RuleTables tables;
    private final Following following;
    private final Suppositions suppositions;
    private final RuleAnswers answers;
    private final Clock clock;

    RuleChangeChecks(
            Network network,
            KnownProfiles profiles,
            RuleTables tables,
            Following following,
            Suppositions suppositions,
            RuleAnswers answers,
            Clock clock) {
        this.network = network;
        this.profiles = profiles;
        this.tables = tables;
        this.following = following;
        this.suppositions = suppositions;
        this.answers = answers;
        this.clock = clock;
    }

    /** @throws Refusal FORBIDDEN for anybody but a district's supervisor, modeler or administrator */
    String districtOf(Actor by) {
        String own = by.orgCode();
        boolean orders = by.roles().stream().anyMatch(ORDERERS::contains);
        if (own == null || !orders || network.unit(own).kind() != OrgUnit.Kind.DISTRICT) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "rulechange.mayNot");
        }
        return own;
    }

    /** @throws org.jiuzhu.shared.InvalidInput with everything that does not hold, by field */
    void check(NewRuleChange asked, String districtCode) {
        var problems = new Problems();
        LocalDate on = asked.effectiveOn();
        if (on == null) {
            problems.add("on", "rulechange.on.required");
        } else if (!on.isAfter(today())) {
            problems.add("on", "rulechange.on.past");
        } else if (on.isAfter(today().plusYears(YEARS_AHEAD))) {
            problems.add("on", "rulechange.on.far", YEARS_AHEAD);
        }
        if (asked.kind() == Kind.PROFILE) {
            checkUnit(asked, districtCode, problems);
        } else {
            checkRows(asked, districtCode, problems);
        }
        problems.check();
        answers.check(asked, suppositions.of(asked), following.units(asked, districtCode), problems);
        problems.check();
    }

    private void checkRows(NewRuleChange asked, String districtCode, Problems problems) {
        if (!following.belongsTo(districtCode, asked.kind(), asked.profile())) {
            problems.add("profile", "rulechange.profile.others");
        }
        List<RuleRow> before = tables.rows(asked.kind(), asked.profile());
        List<RuleRow> after = tables.after(asked);
        if (before.equals(after)) {
            problems.add("rows", "rulechange.rows.none");
        }
        tables.of(asked.kind()).check(before, after, problems);
    }

    private void checkUnit(NewRuleChange asked, String districtCode, Problems problems) {
        String orgCode = String.valueOf(asked.orgCode());
        OrgUnit unit = network.find(orgCode)
                .filter(one -> one.kind() != OrgUnit.Kind.NGO && isUnder(districtCode, one.code()))
                .orElse(null);
        if (unit == null) {
            problems.add("org", "rulechange.org.unknown");
            return;
        }
        if (!profiles.all().contains(asked.profile())) {
            problems.add("profile", "rulechange.profile.unknown");
        }
        LocalDate on = asked.effectiveOn();
        if (on == null) {
            return;
        }
        for (OrgProfile assigned : network.profileHistory(orgCode)) {
            if (!assigned.from().isBefore(on)) {
                problems.add("on", "rulechange.org.later", assigned.from());
            } else if (assigned.profile().equals(asked.profile())
                    && (assigned.to() == null || !assigned.to().isBefore(on))) {
                problems.add("profile", "rulechange.profile.same");
            }
        }
    }

    private boolean isUnder(String districtCode, String orgCode) {
        for (Optional<OrgUnit> unit = network.find(orgCode); unit.isPresent(); ) {
            if (unit.get().code().equals(districtCode)) {
                return true;
            }
            String parent = unit.get().parentCode();
            unit = parent == null ? Optional.empty() : network.find(parent);
        }
        return false;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
