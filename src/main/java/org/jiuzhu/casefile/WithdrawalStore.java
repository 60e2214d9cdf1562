package org.jiuzhu.casefile;

import java.util.Optional;
import org.jiuzhu.lifecycle.ConsentWithdrawn.Consent;
import org.springframework.data.repository.Repository;

interface WithdrawalStore extends Repository<WithdrawnConsent, Long> {

    WithdrawnConsent save(WithdrawnConsent withdrawn);

    Optional<WithdrawnConsent> findById(long id);

    Optional<WithdrawnConsent> findFirstByCaseIdAndConsentAndSettledAtIsNull(long caseId, Consent consent);
}
