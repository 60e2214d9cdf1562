package org.jiuzhu.servicerecord;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.crypto.Cipher;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code service_record_move}, which are only ever added. */
@Component
class RecordMoveTable {

    private final JdbcClient jdbc;
    private final Cipher cipher;

    RecordMoveTable(JdbcClient jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Where a record stood before it was moved. */
    record Origin(TaskSubject subject, @Nullable String taskId) {}

    void add(ServiceRecord record, TaskSubject from, TaskSubject to, String reason, Actor by, Instant at) {
        jdbc.sql(
                        """
                        insert into service_record_move (number, reason, moved_by, moved_by_name, moved_at,
                            from_about, from_task_id, from_household_id, from_case_id, from_person_id,
                            from_district, from_street, from_point, from_ngo, to_household_id, to_person_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        record.number(),
                        cipher.encrypt(reason),
                        by.username(),
                        by.displayName(),
                        Timestamp.from(at),
                        from.number(),
                        record.taskId(),
                        from.householdId(),
                        from.caseId(),
                        from.personId(),
                        from.districtCode(),
                        from.streetCode(),
                        from.pointCode(),
                        from.ngoCode(),
                        to.householdId(),
                        to.personId()))
                .update();
    }

    Optional<Origin> lastOrigin(String number) {
        return jdbc.sql("select * from service_record_move where number = ? order by id desc limit 1")
                .param(number)
                .query((row, n) -> new Origin(
                        new TaskSubject(
                                row.getString("from_about"),
                                row.getObject("from_household_id", Long.class),
                                row.getObject("from_person_id", Long.class),
                                row.getObject("from_case_id", Long.class),
                                null,
                                row.getString("from_district"),
                                row.getString("from_street"),
                                row.getString("from_point"),
                                row.getString("from_ngo"),
                                Urgency.NORMAL),
                        row.getString("from_task_id")))
                .optional();
    }

    List<RecordMove> of(String number) {
        return jdbc.sql("select * from service_record_move where number = ? order by id desc")
                .param(number)
                .query((row, n) -> new RecordMove(
                        number,
                        cipher.decrypt(row.getBytes("reason")),
                        row.getString("moved_by"),
                        row.getString("moved_by_name"),
                        row.getTimestamp("moved_at").toInstant(),
                        row.getObject("from_person_id", Long.class),
                        row.getObject("from_household_id", Long.class),
                        row.getObject("to_household_id", Long.class),
                        row.getLong("to_person_id")))
                .list();
    }
}
