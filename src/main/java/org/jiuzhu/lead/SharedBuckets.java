package org.jiuzhu.lead;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.AbstractSelectForUpdateBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.LockAndGetResult;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.SelectForUpdateBasedTransaction;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Rate limits in the one database: several nodes share them, and a restart forgets none. A use costs one short
 * transaction, which a form filled in by hand can bear.
 */
@Component
class SharedBuckets extends AbstractSelectForUpdateBasedProxyManager<Long> {

    private static final Duration KEPT = Duration.ofHours(2);

    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactions;
    private final Clock clock;

    SharedBuckets(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        super(ClientSideConfig.getDefault().withClientClock(new ProductTime(clock)));
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record ProductTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 3_600_000)
    void forgetOld() {
        TransactionStatus status = transactions.getTransaction(apart());
        jdbc.update("delete from rate_bucket where expires_at < ?", Timestamp.from(clock.instant()));
        transactions.commit(status);
    }

    @Override
    public void removeProxy(Long key) {
        TransactionStatus status = transactions.getTransaction(apart());
        jdbc.update("delete from rate_bucket where id = ?", key);
        transactions.commit(status);
    }

    @Override
    protected SelectForUpdateBasedTransaction allocateTransaction(Long key, Optional<Long> timeoutNanos) {
        return new Use(key);
    }

    private static TransactionDefinition apart() {
        return new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private final class Use implements SelectForUpdateBasedTransaction {

        private final long key;
        private @Nullable TransactionStatus status;

        Use(long key) {
            this.key = key;
        }

        @Override
        public void begin(Optional<Long> timeoutNanos) {
            status = transactions.getTransaction(apart());
        }

        @Override
        public void rollback() {
            transactions.rollback(Objects.requireNonNull(status));
        }

        @Override
        public void commit(Optional<Long> timeoutNanos) {
            transactions.commit(Objects.requireNonNull(status));
        }

        @Override
        public LockAndGetResult tryLockAndGet(Optional<Long> timeoutNanos) {
            List<LockAndGetResult> found = jdbc.query(
                    "select state from rate_bucket where id = ? for update",
                    (row, number) -> LockAndGetResult.locked(row.getBytes("state")),
                    key);
            return found.isEmpty() ? LockAndGetResult.notLocked() : found.get(0);
        }

        @Override
        public boolean tryInsertEmptyData(Optional<Long> timeoutNanos) {
            return jdbc.update(
                            "insert into rate_bucket (id, state, expires_at) values (?, null, ?) on conflict do nothing",
                            key,
                            expiry())
                    == 1;
        }

        @Override
        public void update(byte[] data, RemoteBucketState newState, Optional<Long> timeoutNanos) {
            jdbc.update("update rate_bucket set state = ?, expires_at = ? where id = ?", data, expiry(), key);
        }

        @Override
        public void release() {
            // the transaction has given its connection back
        }

        private Timestamp expiry() {
            return Timestamp.from(clock.instant().plus(KEPT));
        }
    }
}
