package org.jiuzhu.household;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface BenefitRows extends Repository<Benefit, Long> {

    Benefit save(Benefit benefit);

    Optional<Benefit> findById(long id);

    List<Benefit> findByPersonIdInOrderByFromOnDescIdDesc(Collection<Long> personIds);
}
