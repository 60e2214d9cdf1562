package org.jiuzhu.lifeevent;

import java.util.Collection;
import java.util.Optional;
import org.jiuzhu.lifeevent.HouseholdMove.State;
import org.springframework.data.repository.Repository;

interface MoveStore extends Repository<HouseholdMove, Long> {

    HouseholdMove save(HouseholdMove move);

    HouseholdMove saveAndFlush(HouseholdMove move);

    Optional<HouseholdMove> findById(long id);

    Optional<HouseholdMove> findByHouseholdIdAndStateIn(long householdId, Collection<State> states);
}
