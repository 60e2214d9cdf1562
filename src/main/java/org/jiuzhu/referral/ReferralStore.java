package org.jiuzhu.referral;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ReferralStore extends JpaRepository<Referral, Long> {

    List<Referral> findByCaseIdOrderById(long caseId);

    List<Referral> findByCaseIdAndSettledAtIsNull(long caseId);

    List<Referral> findByHouseholdIdAndSettledAtIsNull(long householdId);

    List<Referral> findByNumberIn(Collection<String> numbers);
}
