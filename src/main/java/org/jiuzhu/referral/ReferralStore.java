package org.jiuzhu.referral;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ReferralStore extends ListCrudRepository<Referral, Long> {

    List<Referral> findByCaseIdOrderById(long caseId);

    List<Referral> findByNumberIn(Collection<String> numbers);
}
