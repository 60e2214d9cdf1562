package org.jiuzhu.lead;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface LeadRepository extends JpaRepository<Lead, Long> {

    Optional<Lead> findByNumber(String number);

    Optional<Lead> findBySourceAndSourceRef(LeadSource source, String sourceRef);

    List<Lead> findBySourceAndSourceRefIn(LeadSource source, Collection<String> sourceRefs);

    List<Lead> findByIdIn(List<Long> ids);
}
