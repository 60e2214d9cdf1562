package org.jiuzhu.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface PlanRepository extends JpaRepository<ServicePlan, Long> {

    Optional<ServicePlan> findFirstByCaseIdOrderByRoundDescVersionDesc(long caseId);

    List<ServicePlan> findByCaseIdOrderByRoundDescVersionDesc(long caseId);
}
