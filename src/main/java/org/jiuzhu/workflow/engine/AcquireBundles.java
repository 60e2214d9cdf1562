package org.jiuzhu.workflow.engine;

import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/** Acquires jobs and puts those of low priority together; a job that another node took first leaves its bundle. */
class AcquireBundles extends AcquireJobsCmd {

    private final JobBundles bundles;

    /** @param most jobs at once */
    AcquireBundles(JobExecutor executor, JobBundles bundles, int most) {
        super(executor, most);
        this.bundles = bundles;
    }

    @Override
    public AcquiredJobs execute(CommandContext context) {
        acquiredJobs = bundles.bundle(super.execute(context));
        return acquiredJobs;
    }
}
