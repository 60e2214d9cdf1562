package org.jiuzhu.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface CaseRepository extends JpaRepository<AssistanceCase, Long> {

    Optional<AssistanceCase> findByNumber(String number);

    Optional<AssistanceCase> findByHouseholdIdAndClosedAtIsNull(long householdId);

    List<AssistanceCase> findByHouseholdIdOrderByIdDesc(long householdId);

    List<AssistanceCase> findByHouseholdIdInAndClosedAtIsNull(Collection<Long> householdIds);

    List<AssistanceCase> findByIdLessThanOrderByIdDesc(long before, Limit most);

    List<AssistanceCase> findByClosedAtIsNullAndIdLessThanOrderByIdDesc(long before, Limit most);

    List<AssistanceCase> findByClosedAtIsNotNullAndIdLessThanOrderByIdDesc(long before, Limit most);
}
