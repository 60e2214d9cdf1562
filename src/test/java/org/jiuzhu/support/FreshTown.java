package org.jiuzhu.support;

import java.sql.SQLException;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** A street without a case before each test; jobs run only when a test wants them, and never beside another's tests. */
class FreshTown implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) throws SQLException {
        Town town = test.getApplicationContext().getBean(Town.class);
        town.stopJobs();
        CleanTables.empty(test.getApplicationContext());
        test.getApplicationContext().getBean(TestClock.class).reset();
        town.settle();
    }

    @Override
    public void afterTestMethod(TestContext test) {
        test.getApplicationContext().getBean(Town.class).stopJobs();
    }
}
