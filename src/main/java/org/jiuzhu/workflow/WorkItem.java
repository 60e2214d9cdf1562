package org.jiuzhu.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
        @Nullable Instant escalatedAt,
        @Nullable String held) {

    private static final int DISTRICT_DIGITS = 6;

    /** As it was when the task came, but for the place, which a transfer changes. */
    public TaskSubject subject() {
        return new TaskSubject(
                number,
                householdId,
                personId,
                caseId,
                leadId,
                streetCode.substring(0, DISTRICT_DIGITS),
                streetCode,
                pointCode,
                ngoCode,
                urgency);
    }

    /** Maps a whole row of {@code work_item}. */
    public static WorkItem read(ResultSet row, int number) throws SQLException {
        return new WorkItem(
                row.getString("task_id"),
                row.getString("task_key"),
                row.getString("process_key"),
                row.getString("process_instance_id"),
                row.getString("process_definition_id"),
                row.getString("number"),
                id(row, "household_id"),
                id(row, "person_id"),
                id(row, "case_id"),
                id(row, "lead_id"),
                row.getString("street_code"),
                row.getString("point_code"),
                row.getString("ngo_code"),
                Urgency.values()[row.getInt("urgency")],
                Stage.values()[row.getInt("stage")],
                row.getString("assignee"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                instant(row, "reminded_at"),
                instant(row, "escalated_at"),
                row.getString("held"));
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
