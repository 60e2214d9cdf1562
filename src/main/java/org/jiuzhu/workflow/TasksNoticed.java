package org.jiuzhu.workflow;

import java.time.Instant;
import java.util.List;

/** Reminders went out, or late tasks were escalated; published in the jobs' transaction. */
public record TasksNoticed(List<Noticed> tasks, Kind kind, Instant at) {

    public record Noticed(TaskContext task, TaskSubject subject) {}

    public enum Kind {
        REMINDED,
        ESCALATED,
        /** Still late after it was escalated: told to the level above. */
        ESCALATED_FURTHER
    }
}
