package org.jiuzhu.followup;

import java.util.List;
import org.springframework.data.repository.Repository;

interface FollowUpRows extends Repository<FollowUp, Long> {

    FollowUp save(FollowUp followUp);

    List<FollowUp> findByCaseIdOrderByIdDesc(long caseId);
}
