package org.jiuzhu.household;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface NeedRows extends Repository<Need, Long> {

    Need save(Need need);

    Optional<Need> findById(long id);

    List<Need> findByCaseIdOrderById(long caseId);

    List<Need> findByHouseholdIdOrderByIdDesc(long householdId);
}
