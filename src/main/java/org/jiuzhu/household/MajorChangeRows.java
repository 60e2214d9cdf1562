package org.jiuzhu.household;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface MajorChangeRows extends Repository<MajorChange, Long> {

    MajorChange save(MajorChange change);

    List<MajorChange> findByPersonIdIn(Collection<Long> personIds);

    List<MajorChange> findByPersonIdOrderByHappenedOnDescIdDesc(long personId);
}
