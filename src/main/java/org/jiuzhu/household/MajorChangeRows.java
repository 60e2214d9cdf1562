package org.jiuzhu.household;

import java.util.List;
import org.springframework.data.repository.Repository;

interface MajorChangeRows extends Repository<MajorChange, Long> {

    MajorChange save(MajorChange change);

    List<MajorChange> findByPersonIdOrderByHappenedOnDescIdDesc(long personId);
}
