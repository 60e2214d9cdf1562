package org.jiuzhu.visit;

import java.util.function.Supplier;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Work of a round that may fail for good: what is then noted outlives the transaction that rolls back. */
@Component
class RoundAttempts {

    private final TransactionTemplate apart;

    RoundAttempts(PlatformTransactionManager transactions) {
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Does the work in the running transaction.
     *
     * @param otherwise done once the transaction is rolled back, but not for what only came at a bad moment
     */
    <T> T attempt(Supplier<T> work, Runnable otherwise) {
        try {
            return work.get();
        } catch (TransientDataAccessException badMoment) {
            throw badMoment;
        } catch (RuntimeException failed) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status == STATUS_ROLLED_BACK) {
                        apart.executeWithoutResult(transaction -> otherwise.run());
                    }
                }
            });
            throw failed;
        }
    }
}
