package org.jiuzhu.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Moves engine and product through time together; only the demo clock and tests do that. */
public interface EngineClock {

    void setOffset(Duration offset);

    /** The next job that waits for a moment still to come. */
    Optional<Instant> nextDue();

    /** Runs every job that is due now, oldest first, in this thread; a failing job keeps its retries. */
    int runDueJobs();
}
