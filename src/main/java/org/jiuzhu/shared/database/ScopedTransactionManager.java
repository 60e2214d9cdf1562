package org.jiuzhu.shared.database;

import jakarta.persistence.EntityManagerFactory;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jiuzhu.shared.DataScope;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/** Tells PostgreSQL, at the begin of every transaction, whose rows the thread may see. */
class ScopedTransactionManager extends JpaTransactionManager {

    static final String SET_SCOPE = "select set_config('jiuzhu.level', ?, true) || set_config('jiuzhu.code', ?, true)";

    private final DataSource scoped;

    ScopedTransactionManager(EntityManagerFactory entities, DataSource scoped) {
        super(entities);
        this.scoped = scoped;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        DataScope scope = DataScope.current();
        try (PreparedStatement statement = DataSourceUtils.getConnection(scoped).prepareStatement(SET_SCOPE)) {
            statement.setString(1, scope.level().name());
            statement.setString(2, scope.code());
            statement.execute();
        } catch (SQLException failed) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("The data scope could not be set", failed);
        }
    }
}
