package org.jiuzhu.application;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface ApplicationStore extends Repository<Application, Long> {

    Application save(Application application);

    Optional<Application> findById(long id);

    Optional<Application> findByNumber(String number);

    /** Whoever brings a result waits for whoever is bringing another one. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Application> findForResultByNumber(String number);

    List<Application> findByCaseIdOrderById(long caseId);
}
