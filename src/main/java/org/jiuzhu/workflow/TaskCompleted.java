package org.jiuzhu.workflow;

import java.time.Instant;
import org.jiuzhu.shared.Actor;

/**
 * A user task was completed; published in the completing transaction.
 *
 * @param late whether {@code at} is not before the task's due instant
 */
public record TaskCompleted(TaskContext task, TaskSubject subject, Actor by, Instant at, boolean late) {}
