package org.jiuzhu.workflow;

import java.time.Instant;
import org.jiuzhu.shared.Urgency;
import org.jspecify.annotations.Nullable;

/** An open task as the work list keeps it ({@code work_item}). */
public record WorkItem(
        String taskId,
        String taskKey,
        String processKey,
        String processInstanceId,
        String processDefinitionId,
        String number,
        @Nullable Long householdId,
        @Nullable Long personId,
        @Nullable Long caseId,
        @Nullable Long leadId,
        String streetCode,
        @Nullable String pointCode,
        @Nullable String ngoCode,
        Urgency urgency,
        Stage stage,
        @Nullable String assignee,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant remindedAt,
        @Nullable Instant escalatedAt) {}
