package org.jiuzhu.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Moves engine and product through time together; only the demo clock and tests do that. */
public interface EngineClock {

    void setOffset(Duration offset);

    /** The jobs that wait for a moment still to come, soonest first. */
    List<DueJob> upcoming(int most);

    /** Runs every job that is due now, oldest first, in this thread; a failing job keeps its retries. */
    int runDueJobs();

    /** A timer and the step of the model it belongs to. */
    record DueJob(Instant dueAt, String processDefinitionId, String activityId) {}
}
