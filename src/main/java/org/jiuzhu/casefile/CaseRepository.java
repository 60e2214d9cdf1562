package org.jiuzhu.casefile;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CaseRepository extends JpaRepository<AssistanceCase, Long> {

    Optional<AssistanceCase> findByNumber(String number);

    Optional<AssistanceCase> findByHouseholdIdAndClosedAtIsNull(long householdId);
}
