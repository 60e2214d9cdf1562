package org.jiuzhu.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

interface ResourceLinkRows extends Repository<ResourceLink, Long> {

    ResourceLink save(ResourceLink row);

    List<ResourceLink> findByCaseIdOrderByIdDesc(long caseId);
}
