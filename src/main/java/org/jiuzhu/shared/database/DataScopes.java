package org.jiuzhu.shared.database;

import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.jiuzhu.shared.DataScope;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Changes the scope in the middle of a transaction: a checked command goes on as the product itself. */
@Component
public class DataScopes {

    private final ThreadLocal<@Nullable DataScope> inForce = new ThreadLocal<>();

    private final JdbcTemplate jdbc;
    private final ObjectProvider<EntityManager> entities;

    DataScopes(JdbcTemplate jdbc, ObjectProvider<EntityManager> entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    /**
     * Runs as the product itself, inside the running transaction if there is one; within such a run nothing changes.
     *
     * @param reason short and constant; it is what the database sees
     */
    public <T extends @Nullable Object> T asSystem(String reason, Supplier<T> work) {
        DataScope before = DataScope.current();
        if (before == inForce.get()) {
            return work.get();
        }
        DataScope system = DataScope.system(reason);
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return system.call(work);
        }
        flush();
        change(before, system);
        DataScope outer = inForce.get();
        inForce.set(system);
        try {
            T result = system.call(work);
            flush();
            change(system, before);
            return result;
        } catch (RuntimeException | Error failure) {
            restoreQuietly(system, before, failure);
            throw failure;
        } finally {
            inForce.set(outer);
        }
    }

    public void runAsSystem(String reason, Runnable work) {
        this.<@Nullable Object>asSystem(reason, () -> {
            work.run();
            return null;
        });
    }

    /** What was changed under a scope is written under it: the database checks rows against the scope of that moment. */
    private void flush() {
        entities.ifAvailable(manager -> {
            if (manager.isJoinedToTransaction()) {
                manager.flush();
            }
        });
    }

    private void change(DataScope from, DataScope to) {
        jdbc.queryForObject(
                ScopedTransactionManager.SET_SCOPE, String.class, to.level().name(), to.code());
        if (!from.closed().equals(to.closed())) {
            jdbc.query(ScopedTransactionManager.SET_CLOSED, row -> {}, (Object[]) ScopedTransactionManager.closed(to));
        }
    }

    /** After a failed statement the transaction is aborted and will roll back, and its scope with it. */
    private void restoreQuietly(DataScope from, DataScope to, Throwable failure) {
        try {
            change(from, to);
        } catch (RuntimeException aborted) {
            failure.addSuppressed(aborted);
        }
    }
}
