package org.jiuzhu.servicerecord;

import java.util.List;
import java.util.UUID;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;

/**
 * A record to be written.
 *
 * @param requestId chosen by the client once per sheet: sent twice, it is one record
 * @param about whom it is about and who may see it
 * @param taskId the task it stands behind, if any
 */
public record NewServiceRecord(
        UUID requestId, RecordSheet sheet, List<Picture> pictures, TaskSubject about, @Nullable String taskId) {}
