package org.jiuzhu.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.jiuzhu.workflow.engine.JobBundles.Bundle;

/** The engine's own executor, but that jobs of low priority are carried out many per transaction. */
class BundlingJobExecutor extends SpringJobExecutor {

    private final JobBundles bundles;

    BundlingJobExecutor(JobBundles bundles) {
        this.bundles = bundles;
    }

    @Override
    public Command<AcquiredJobs> getAcquireJobsCmd(int most) {
        return new AcquireBundles(this, bundles, most);
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        return jobs instanceof Bundle && jobs.size() > 1
                ? () -> runTogether(jobs, engine)
                : super.getExecuteJobsRunnable(jobs, engine);
    }

    private void runTogether(List<String> jobs, ProcessEngineImpl engine) {
        List<String> oneByOne = isActive() ? bundles.run(jobs, engine) : jobs;
        if (!oneByOne.isEmpty()) {
            super.getExecuteJobsRunnable(oneByOne, engine).run();
        }
    }
}
