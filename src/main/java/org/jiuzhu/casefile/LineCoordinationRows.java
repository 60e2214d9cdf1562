package org.jiuzhu.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

interface LineCoordinationRows extends Repository<LineCoordination, Long> {

    LineCoordination save(LineCoordination row);

    List<LineCoordination> findByCaseIdOrderByIdDesc(long caseId);
}
