package org.jiuzhu.household;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface MembershipRows extends Repository<Membership, Long> {

    Membership save(Membership membership);

    List<Membership> findByHouseholdIdAndToOnIsNullOrderById(long householdId);

    List<Membership> findByPersonIdInAndToOnIsNullOrderById(Collection<Long> personIds);
}
