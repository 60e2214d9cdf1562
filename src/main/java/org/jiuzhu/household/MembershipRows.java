package org.jiuzhu.household;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface MembershipRows extends Repository<Membership, Long> {

    Membership saveAndFlush(Membership membership);

    List<Membership> findByHouseholdIdOrderByToOnDescFromOnDescIdDesc(long householdId);

    List<Membership> findByPersonIdOrderByFromOnDescIdDesc(long personId);

    List<Membership> findByHouseholdIdAndToOnIsNullOrderById(long householdId);

    Optional<Membership> findFirstByPersonIdAndHouseholdIdOrderByIdDesc(long personId, long householdId);

    List<Membership> findByPersonIdInAndToOnIsNullOrderById(Collection<Long> personIds);
}
