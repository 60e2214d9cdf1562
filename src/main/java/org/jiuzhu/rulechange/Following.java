package org.jiuzhu.rulechange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rules.CaseRules;
import org.jiuzhu.rules.Profiles;
import org.jiuzhu.rules.Rules;
import org.jiuzhu.rules.Supposition;
import org.jiuzhu.shared.Batch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which units follow a set of rules. */
@Component
class Following {

    private static final Set<OrgUnit.Kind> HOMES = EnumSet.of(OrgUnit.Kind.STREET, OrgUnit.Kind.POINT);

    private final Network network;
    private final Profiles profiles;
    private final Rules rules;
    private final CaseRules caseRules;
    private final Clock clock;

    Following(Network network, Profiles profiles, Rules rules, CaseRules caseRules, Clock clock) {
        this.network = network;
        this.profiles = profiles;
        this.rules = rules;
        this.caseRules = caseRules;
        this.clock = clock;
    }

    /** The units of a district where people live whom a change concerns. */
    Set<String> units(NewRuleChange asked, String districtCode) {
        return Batch.call(() -> {
            var units = new Units(network.all());
            LocalDate on = Objects.requireNonNull(asked.effectiveOn());
            String org = asked.orgCode();
            return units.codes(unit -> HOMES.contains(unit.kind())
                    && units.isUnder(districtCode, unit)
                    && (org == null ? follows(asked.kind(), asked.profile(), unit, on) : units.isUnder(org, unit)));
        });
    }

    /** Whether nobody outside the district follows a set of rows, so that they are the district's to change. */
    boolean belongsTo(String districtCode, Kind kind, String set) {
        return Batch.call(() -> {
            var units = new Units(network.all());
            LocalDate today = LocalDate.now(clock);
            return units.codes(unit -> HOMES.contains(unit.kind())
                            && !units.isUnder(districtCode, unit)
                            && (follows(kind, set, unit, today) || mayYetFollow(kind, set, unit, today)))
                    .isEmpty();
        });
    }

    private boolean follows(Kind kind, String set, OrgUnit unit, LocalDate on) {
        return kind == Kind.TIER
                ? mode(unit.code(), on).equals(set)
                : set.equals(Rules.DEFAULT_PROFILE)
                        || profiles.chainFor(unit.code(), on).contains(set);
    }

    private boolean mayYetFollow(Kind kind, String set, OrgUnit unit, LocalDate today) {
        return network.profileHistory(unit.code()).stream()
                .filter(assigned -> assigned.from().isAfter(today))
                .anyMatch(assigned -> follows(kind, set, unit, assigned.from()));
    }

    private String mode(String orgCode, LocalDate on) {
        return rules.supposing(
                new Supposition(on, Map.of(), Map.of()),
                () -> caseRules.ruling(orgCode, "cadenceMode").text("value"));
    }

    private record Units(Map<String, OrgUnit> byCode) {

        Units(List<OrgUnit> all) {
            this(all.stream().collect(Collectors.toMap(OrgUnit::code, Function.identity())));
        }

        boolean isUnder(String above, OrgUnit unit) {
            for (@Nullable OrgUnit one = unit; one != null; one = parent(one)) {
                if (one.code().equals(above)) {
                    return true;
                }
            }
            return false;
        }

        private @Nullable OrgUnit parent(OrgUnit unit) {
            return unit.parentCode() == null ? null : byCode.get(unit.parentCode());
        }

        Set<String> codes(Predicate<OrgUnit> wanted) {
            return byCode.values().stream()
                    .filter(wanted)
                    .map(OrgUnit::code)
                    .sorted()
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }
}
