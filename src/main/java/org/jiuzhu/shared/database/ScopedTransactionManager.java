package org.jiuzhu.shared.database;

import jakarta.persistence.EntityManagerFactory;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jiuzhu.shared.DataScope;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/** Tells PostgreSQL, at the begin of every transaction, whose rows the thread may see. */
class ScopedTransactionManager extends JpaTransactionManager {

    static final String SET_SCOPE = "select set_config('jiuzhu.level', ?, true) || set_config('jiuzhu.code', ?, true)";

    static final String SET_CLOSED =
            """
            select set_config('jiuzhu.closed_households', ?, true), set_config('jiuzhu.closed_people', ?, true),
              set_config('jiuzhu.closed_cases', ?, true), set_config('jiuzhu.closed_leads', ?, true),
              set_config('jiuzhu.closed_tasks', ?, true)
            """;

    private final DataSource scoped;

    ScopedTransactionManager(EntityManagerFactory entities, DataSource scoped) {
        super(entities);
        this.scoped = scoped;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        DataScope scope = DataScope.current();
        try {
            set(SET_SCOPE, scope.level().name(), scope.code());
            if (!scope.closed().isNothing()) {
                set(SET_CLOSED, closed(scope));
            }
        } catch (SQLException failed) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("The data scope could not be set", failed);
        }
    }

    private void set(String sql, String... values) throws SQLException {
        try (PreparedStatement statement = DataSourceUtils.getConnection(scoped).prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /** The values of {@link #SET_CLOSED}, as PostgreSQL writes arrays; ids of tasks need no quotes. */
    static String[] closed(DataScope scope) {
        DataScope.Closed closed = scope.closed();
        return Stream.of(closed.households(), closed.people(), closed.cases(), closed.leads(), closed.tasks())
                .map(ids -> ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .toArray(String[]::new);
    }
}
