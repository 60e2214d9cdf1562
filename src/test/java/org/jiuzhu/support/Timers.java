package org.jiuzhu.support;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jiuzhu.shared.DataScope;

/** Fires timers and asynchronous steps by the name they have in the model. */
public class Timers {

    private final ManagementService management;
    private final TestClock clock;

    Timers(ManagementService management, TestClock clock) {
        this.management = management;
        this.clock = clock;
    }

    /** Moves the clock to the timer's moment, if that is still to come, and lets it strike. */
    public void fire(String activityId) {
        Job job = one(activityId);
        if (job.getDuedate() != null && job.getDuedate().toInstant().isAfter(clock.now())) {
            clock.set(job.getDuedate().toInstant());
        }
        DataScope.system("job").run(() -> management.executeJob(job.getId()));
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
