package org.jiuzhu.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Moves engine and product through time together; only the demo clock and tests do that. */
public interface EngineClock {

    void setOffset(Duration offset);

    /** The jobs that wait for a moment still to come, soonest first. */
    List<DueJob> upcoming(int most);

    /** Runs every job that is due now, oldest first, in this thread; a failing job keeps its retries. */
    int runDueJobs();

    /** Stands at every due job's own moment in turn and runs it, then at the target; how many jobs ran. */
    default int walkTo(Instant target, Consumer<Instant> stand) {
        int run = runDueJobs();
        for (List<DueJob> next = upcoming(1);
                !next.isEmpty() && !next.get(0).dueAt().isAfter(target);
                next = upcoming(1)) {
            stand.accept(next.get(0).dueAt());
            run += runDueJobs();
        }
        stand.accept(target);
        return run + runDueJobs();
    }

    /** A timer and the step of the model it belongs to. */
    record DueJob(Instant dueAt, String processDefinitionId, String activityId) {}
}
