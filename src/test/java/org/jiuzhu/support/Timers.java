package org.jiuzhu.support;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.shared.database.EmbeddedDatabase;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Fires timers and asynchronous steps by the name they have in the model. */
public class Timers {

    private final ManagementService management;
    private final TestClock clock;

    private final FlywayConnectionDetails owner;

    Timers(ManagementService management, TestClock clock, FlywayConnectionDetails owner) {
        this.management = management;
        this.clock = clock;
        this.owner = owner;
    }

    /** From now on what the product does every midnight is done, as in production. */
    public void everyMidnight() {
        ZonedDateTime midnight =
                clock.now().atZone(ProductClock.ZONE).plusDays(1).truncatedTo(ChronoUnit.DAYS);
        try (var connection = DriverManager.getConnection(owner.getJdbcUrl(), EmbeddedDatabase.OWNER, "")) {
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            jdbc.update("insert into act_ru_job select * from kept.start_timer");
            jdbc.update(
                    "update act_ru_job set duedate_ = ? where process_instance_id_ is null",
                    Timestamp.from(midnight.toInstant()));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Moves the clock to the timer's moment, if that is still to come, and lets it strike. */
    public void fire(String activityId) {
        Job job = one(activityId);
        if (job.getDuedate() != null && job.getDuedate().toInstant().isAfter(clock.now())) {
            clock.set(job.getDuedate().toInstant());
        }
        DataScope.system("job").run(() -> management.executeJob(job.getId()));
    }

    /** Lets every timer of that name strike whose moment has come. */
    public void fireAll(String activityId) {
        management.createJobQuery().activityId(activityId).list().stream()
                .filter(job -> !job.getDuedate().toInstant().isAfter(clock.now()))
                .forEach(job -> DataScope.system("job").run(() -> management.executeJob(job.getId())));
    }

    /** Runs every asynchronous step that waits for nothing but its turn. */
    public void runAsync() {
        for (List<Job> ready = ready(); !ready.isEmpty(); ready = ready()) {
            ready.forEach(job -> DataScope.system("job").run(() -> management.executeJob(job.getId())));
        }
    }

    public Instant dueOf(String activityId) {
        return one(activityId).getDuedate().toInstant();
    }

    private List<Job> ready() {
        return management.createJobQuery().messages().withRetriesLeft().list();
    }

    private Job one(String activityId) {
        List<Job> jobs = management.createJobQuery().activityId(activityId).list();
        if (jobs.size() != 1) {
            throw new AssertionError("Expected one job at " + activityId + ", found " + jobs.size());
        }
        return jobs.get(0);
    }
}
