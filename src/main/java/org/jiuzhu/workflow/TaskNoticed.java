package org.jiuzhu.workflow;

import java.time.Instant;

/** A reminder went out or a late task was escalated; published in the job's transaction. */
public record TaskNoticed(TaskContext task, TaskSubject subject, Kind kind, Instant at) {

    public enum Kind {
        REMINDED,
        ESCALATED,
        /** Still late after it was escalated: told to the level above. */
        ESCALATED_FURTHER
    }
}
