package org.jiuzhu.casefile;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CaseRepository extends JpaRepository<AssistanceCase, Long> {

    Optional<AssistanceCase> findByNumber(String number);

    Optional<AssistanceCase> findByHouseholdIdAndClosedAtIsNull(long householdId);

    /** Locked until the transaction ends: a case that is being closed takes no further lead. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from AssistanceCase c where c.householdId = :householdId and c.closedAt is null")
    Optional<AssistanceCase> lockOpen(long householdId);

    List<AssistanceCase> findByHouseholdIdOrderByIdDesc(long householdId);

    List<AssistanceCase> findByHouseholdIdInAndClosedAtIsNull(Collection<Long> householdIds);

    List<AssistanceCase> findByIdLessThanOrderByIdDesc(long before, Limit most);

    List<AssistanceCase> findByClosedAtIsNullAndIdLessThanOrderByIdDesc(long before, Limit most);

    List<AssistanceCase> findByClosedAtIsNotNullAndIdLessThanOrderByIdDesc(long before, Limit most);
}
