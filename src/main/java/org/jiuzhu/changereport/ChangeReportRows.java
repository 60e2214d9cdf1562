package org.jiuzhu.changereport;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ChangeReportRows extends Repository<ChangeReport, Long> {

    ChangeReport saveAndFlush(ChangeReport report);

    Optional<ChangeReport> findById(long id);

    Optional<ChangeReport> findByNumber(String number);

    List<ChangeReport> findByHouseholdIdOrderByIdDesc(long householdId);
}
