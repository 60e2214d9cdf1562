package org.jiuzhu.lifeevent;

import java.util.Optional;
import org.jiuzhu.lifeevent.DeathReport.State;
import org.springframework.data.repository.Repository;

interface DeathReports extends Repository<DeathReport, Long> {

    DeathReport save(DeathReport report);

    Optional<DeathReport> findById(long id);

    Optional<DeathReport> findFirstByHouseholdIdAndStateNotOrderByIdDesc(long householdId, State state);

    Optional<DeathReport> findByPersonIdAndStateNot(long personId, State state);
}
