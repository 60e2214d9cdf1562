package org.jiuzhu.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AssessmentRows extends Repository<Assessment, Long> {

    Assessment save(Assessment assessment);

    Optional<Assessment> findById(long id);

    List<Assessment> findByHouseholdIdAndStatus(long householdId, AssessmentStatus status);

    List<Assessment> findByCaseIdAndStatusIn(long caseId, Collection<AssessmentStatus> statuses);

    List<Assessment> findByCaseIdOrderByIdDesc(long caseId);
}
