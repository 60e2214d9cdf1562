package org.jiuzhu.casefile;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RefusalStore extends Repository<ServiceRefusal, Long> {

    ServiceRefusal save(ServiceRefusal refusal);

    Optional<ServiceRefusal> findById(long id);

    Optional<ServiceRefusal> findFirstByCaseIdAndAnsweredAtIsNullOrderByIdDesc(long caseId);
}
