package org.jiuzhu.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiuzhu.household.HouseholdCases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a household's page about its cases. */
@Component
@Transactional(readOnly = true)
class CasesOfHouseholds implements HouseholdCases {

    private final CaseRepository cases;

    CasesOfHouseholds(CaseRepository cases) {
        this.cases = cases;
    }

    @Override
    public List<CaseLine> of(long householdId) {
        return cases.findByHouseholdIdOrderByIdDesc(householdId).stream()
                .map(CasesOfHouseholds::line)
                .toList();
    }

    @Override
    public Map<Long, CaseLine> openOf(Collection<Long> householdIds) {
        return cases.findByHouseholdIdInAndClosedAtIsNull(householdIds).stream()
                .collect(Collectors.toMap(AssistanceCase::householdId, CasesOfHouseholds::line));
    }

    private static CaseLine line(AssistanceCase of) {
        return new CaseLine(of.id(), of.number(), of.openedAt(), of.closedAt());
    }
}
