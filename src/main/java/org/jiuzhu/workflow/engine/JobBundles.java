package org.jiuzhu.workflow.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.shared.database.DataScopes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/**
 * Jobs of priority {@value #LOW} and below, a million of which may fall due at one midnight, are carried out many per
 * transaction: one flush, one commit, work items in batches. If one of them fails, nothing of its bundle has happened,
 * and each is carried out alone, with the engine's own retries.
 */
@Component
class JobBundles {

    static final int LOW = -10;

    /** Some tens of milliseconds of work, so that whatever is more alone waits no longer. */
    static final int SIZE = 25;

    private static final Logger log = LoggerFactory.getLogger(JobBundles.class);

    private final JdbcTemplate jdbc;
    private final BundleReading reading;
    private final Reminders reminders;
    private final WorkItemWriter items;
    private final DataScopes scopes;

    JobBundles(
            JdbcTemplate jdbc,
            @Lazy BundleReading reading,
            @Lazy Reminders reminders,
            @Lazy WorkItemWriter items,
            DataScopes scopes) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.reminders = reminders;
        this.items = items;
        this.scopes = scopes;
    }

    /** Jobs that may share a transaction. */
    static final class Bundle extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        Bundle(List<String> jobs) {
            super(jobs);
        }
    }

    /**
     * Puts what is low together and after everything else. Several jobs of one process stay apart: each asks the database
     * what the one before it did.
     *
     * <p>The engine takes fewer batches than it asked for to mean that nothing more is due, and then waits for seconds; so
     * the answer says as many were asked for as there are bundles, and those more that were not there.
     */
    AcquiredJobs bundle(AcquiredJobs acquired) {
        List<List<String>> batches = acquired.getJobIdBatches();
        Set<String> low = batches.size() < 2
                ? Set.of()
                : low(batches.stream().flatMap(List::stream).toList());
        List<List<String>> alone = new ArrayList<>();
        List<List<String>> bundled = new ArrayList<>();
        Bundle bundle = null;
        for (List<String> batch : batches) {
            if (batch.size() > 1 || !low.containsAll(batch)) {
                alone.add(batch);
            } else if (bundle == null || bundle.size() == SIZE) {
                bundle = new Bundle(batch);
                bundled.add(bundle);
            } else {
                bundle.addAll(batch);
            }
        }
        int missing = acquired.getNumberOfJobsAttemptedToAcquire() - acquired.size();
        AcquiredJobs together = new AcquiredJobs(alone.size() + bundled.size() + missing);
        alone.forEach(together::addJobIdBatch);
        bundled.forEach(together::addJobIdBatch);
        return together;
    }

    /** Asked by their ids alone: a condition on the priority would tempt the planner to look through all that is low. */
    private Set<String> low(List<String> jobs) {
        Set<String> low = new HashSet<>();
        jdbc.query(
                "select id_, priority_ from act_ru_job where id_ = any (?)",
                (RowCallbackHandler) job -> {
                    if (job.getLong("priority_") <= LOW) {
                        low.add(job.getString("id_"));
                    }
                },
                (Object) jobs.toArray(String[]::new));
        return low;
    }

    /** @return what is to be carried out one by one after that: everything after a failure, else what the jobs themselves added */
    List<String> run(List<String> jobs, ProcessEngineImpl engine) {
        CommandExecutor commands = engine.getProcessEngineConfiguration().getCommandExecutorTxRequired();
        JobExecutorContext context = new JobExecutorContext();
        Context.setJobExecutorContext(context);
        try {
            commands.execute(command -> {
                scopes.runAsSystem(
                        "jobs",
                        () -> Batch.call(() -> {
                            reading.read(jobs);
                            items.together(() -> reminders.together(() -> jobs.forEach(job -> run(job, commands))));
                            return jobs.size();
                        }));
                return jobs.size();
            });
            return new ArrayList<>(context.getCurrentProcessorJobQueue());
        } catch (RuntimeException failed) {
            log.warn("One of {} jobs failed; each is carried out alone now", jobs.size(), failed);
            return jobs;
        } finally {
            Context.removeJobExecutorContext();
        }
    }

    private static void run(String job, CommandExecutor commands) {
        commands.execute(new ExecuteJobsCmd(job, new JobFailureCollector(job)));
    }
}
