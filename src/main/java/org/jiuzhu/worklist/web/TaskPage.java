package org.jiuzhu.worklist.web;

import java.util.List;
import org.jiuzhu.shared.view.Diagram;
import org.jiuzhu.shared.view.Due;
import org.jiuzhu.shared.view.Entry;
import org.jiuzhu.shared.view.StageStep;
import org.jiuzhu.shared.view.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What {@code worklist/task.html} shows.
 *
 * @param state mine, open or other; only a task of mine can be filled in
 * @param dueReason which rule set the deadline, an assumption named as one
 * @param seenNote what a professional point is told about the part it sees
 */
record TaskPage(
        String taskId,
        String title,
        String number,
        @Nullable String numberHref,
        Due due,
        @Nullable String dueReason,
        String urgency,
        String role,
        String state,
        @Nullable String heldBy,
        boolean mayClaim,
        @Nullable String whyNot,
        @Nullable String submitLabel,
        @Nullable String next,
        @Nullable Subject subject,
        @Nullable String doorHint,
        @Nullable String seenNote,
        @Nullable RecordLink record,
        List<StageStep> stages,
        List<Entry> timeline,
        @Nullable Diagram diagram) {

    /** The service record that a task needs. */
    record RecordLink(boolean done, String href) {}
}
