package org.jiuzhu.household;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface HouseholdRows extends Repository<Household, Long> {

    Household save(Household household);

    Optional<Household> findById(long id);

    Optional<Household> findByNumber(String number);

    List<Household> findByIdIn(Collection<Long> ids);
}
