package org.jiuzhu.rulechange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgProfile;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.visit.Duty;
import org.springframework.stereotype.Component;

/** What a change of rules must hold to: who orders it, for which day, and that it demands something that can be done. */
@Component
class RuleChangeChecks {

    static final int LONGEST_REASON = 300;

    private static final Set<String> ORDERERS = Set.of("districtSupervisor", "modeler", "administrator");
    private static final int YEARS_AHEAD = 2;
    private static final int MOST_VISITS = 31;

    private final Network network;
    private final KnownProfiles profiles;
    private final CadenceTable cadences;
    private final Clock clock;

    RuleChangeChecks(Network network, KnownProfiles profiles, CadenceTable cadences, Clock clock) {
        this.network = network;
        this.profiles = profiles;
        this.cadences = cadences;
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

    /** Whether nobody outside the district follows a profile, so that its rows are the district's to change. */
    boolean belongsTo(String districtCode, String profile) {
        return network.all().stream()
                .filter(unit -> !isUnder(districtCode, unit.code()))
                .flatMap(unit -> network.profileHistory(unit.code()).stream())
                .noneMatch(assigned -> assigned.profile().equals(profile) && mayStillHold(assigned));
    }

    private boolean mayStillHold(OrgProfile assigned) {
        return assigned.to() == null || !assigned.to().isBefore(today());
    }

    boolean isUnder(String districtCode, String orgCode) {
        for (Optional<OrgUnit> unit = network.find(orgCode); unit.isPresent(); ) {
            if (unit.get().code().equals(districtCode)) {
                return true;
            }
            String parent = unit.get().parentCode();
            unit = parent == null ? Optional.empty() : network.find(parent);
        }
        return false;
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
        if (asked.kind() == Kind.CADENCE) {
            checkRows(asked, districtCode, problems);
        } else {
            checkUnit(asked, districtCode, problems);
        }
        problems.check();
    }

    private void checkRows(NewRuleChange asked, String districtCode, Problems problems) {
        if (!belongsTo(districtCode, asked.profile())) {
            problems.add("profile", "rulechange.profile.others");
        }
        List<CadenceRow> known = cadences.rows(asked.profile());
        if (asked.rows().stream().noneMatch(row -> isOther(row, known))) {
            problems.add("rows", "rulechange.rows.none");
        }
        asked.rows().forEach(row -> checkDuty(row.id(), row.duty(), problems));
        checkPeriods(asked, known, problems);
    }

    private static boolean isOther(CadenceRow row, List<CadenceRow> known) {
        return known.stream()
                .anyMatch(one -> one.id().equals(row.id()) && !one.duty().equals(row.duty()));
    }

    private static void checkDuty(String row, Duty duty, Problems problems) {
        int days =
                switch (duty.per()) {
                    case DAY -> 1;
                    case WEEK -> 7;
                    case MONTH -> 28;
                    case QUARTER -> 90;
                    case HALF_YEAR -> 181;
                    case NONE -> 0;
                };
        Integer ahead = duty.daysAhead();
        if (duty.count() > MOST_VISITS) {
            problems.add("count_" + row, "rulechange.count.many", MOST_VISITS);
        } else if (duty.distinctDays() && duty.count() > days) {
            problems.add("count_" + row, "rulechange.count.days", days);
        }
        if (ahead != null && ahead >= days) {
            problems.add("ahead_" + row, "rulechange.ahead.long", days - 1);
        }
    }

    /** Two duties of one kind in one period would be one: only one can be kept. */
    private static void checkPeriods(NewRuleChange asked, List<CadenceRow> known, Problems problems) {
        Set<List<Object>> taken = new HashSet<>();
        for (CadenceRow row : known) {
            CadenceRow after = asked.rows().stream()
                    .filter(changed -> changed.id().equals(row.id()))
                    .findFirst()
                    .orElse(row);
            for (Tier tier : row.tiers()) {
                if (!taken.add(List.of(tier, row.onNode(), after.duty().per()))) {
                    problems.add("per_" + row.id(), "rulechange.per.twice");
                }
            }
        }
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

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
