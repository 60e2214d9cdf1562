package org.jiuzhu.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.crypto.Cipher;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.TaskCompleted;
import org.jiuzhu.workflow.TaskSubject;
import org.jiuzhu.workflow.TasksNoticed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The append-only time line; completed tasks, reminders and escalations write themselves. */
@Component
public class Timeline {

    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

    /**
     * Told already is a task of whose case or lead the same hand wrote in this transaction, records apart: they tell
     * themselves.
     */
    private static final String APPEND =
            """
            insert into timeline_event (at, kind, actor, actor_name, number, task_key, household_id, case_id, lead_id,
                referral_id, late, detail, district_code, street_code, point_code, ngo_code, told)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? and exists (select 1 from timeline_event t
              where (t.case_id = ? or t.lead_id = ?) and t.actor = ? and t.task_key is null
                and t.xmin = pg_current_xact_id()::xid and t.kind not like 'record.%'))
            """;

    private final JdbcTemplate jdbc;
    private final Cipher cipher;
    private final ObjectMapper json;
    private final DataScopes scopes;
    private final Clock clock;

    Timeline(JdbcTemplate jdbc, Cipher cipher, ObjectMapper json, DataScopes scopes, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** Appends in the running transaction, in which the thing itself happens. */
    @Transactional
    public void add(String kind, TaskSubject about, @Nullable Long referralId, Actor by, Map<String, String> detail) {
        append(new Line(kind, null, about, referralId, by.username(), by.displayName(), false, detail));
    }

    @EventListener
    void on(TaskCompleted done) {
        append(new Line(
                "task." + done.task().taskKey(),
                done.task().taskKey(),
                done.subject(),
                referralOf(done.task().optional("referralId")),
                done.by().username(),
                done.by().displayName(),
                done.late(),
                Map.of()));
    }

    @EventListener
    void on(TasksNoticed noticed) {
        append(noticed.tasks().stream()
                .map(one -> new Line(
                        kind(noticed.kind()),
                        one.task().taskKey(),
                        one.subject(),
                        referralOf(one.task().optional("referralId")),
                        Actor.SYSTEM,
                        "",
                        noticed.kind() != TasksNoticed.Kind.REMINDED,
                        Map.of()))
                .toList());
    }

    private static String kind(TasksNoticed.Kind noticed) {
        return switch (noticed) {
            case REMINDED -> "task.reminded";
            case ESCALATED -> "task.escalated";
            case ESCALATED_FURTHER -> "task.escalatedFurther";
        };
    }

    private static @Nullable Long referralOf(@Nullable Object variable) {
        return variable instanceof Number number ? number.longValue() : null;
    }

    private record Line(
            String kind,
            @Nullable String taskKey,
            TaskSubject about,
            @Nullable Long referralId,
            String actor,
            String actorName,
            boolean late,
            Map<String, String> detail) {}

    private void append(Line line) {
        append(List.of(line));
    }

    private void append(List<Line> lines) {
        scopes.runAsSystem(
                "timeline",
                () -> jdbc.batchUpdate(APPEND, lines.stream().map(this::values).toList()));
    }

    private @Nullable Object[] values(Line line) {
        TaskSubject about = line.about();
        return new @Nullable Object[] {
            Timestamp.from(clock.instant()),
            line.kind(),
            line.actor(),
            line.actorName(),
            about.number(),
            line.taskKey(),
            about.householdId(),
            about.caseId(),
            about.leadId(),
            line.referralId(),
            line.late(),
            line.detail().isEmpty() ? null : cipher.encrypt(write(line.detail())),
            about.districtCode(),
            about.streetCode(),
            about.pointCode(),
            about.ngoCode(),
            line.taskKey() != null && !line.late(),
            about.caseId(),
            about.leadId(),
            line.actor()
        };
    }

    /** A case's own events and those of the leads it grew from, newest first. */
    @Transactional(readOnly = true)
    public List<TimelineEvent> ofCase(long caseId, List<Long> leadIds, int most) {
        return jdbc.query(
                "select * from timeline_event where case_id = ? or lead_id = any (?) order by at desc, id desc limit ?",
                this::read,
                caseId,
                leadIds.toArray(Long[]::new),
                most);
    }

    @Transactional(readOnly = true)
    public List<TimelineEvent> ofLead(long leadId, int most) {
        return jdbc.query(
                "select * from timeline_event where lead_id = ? order by at desc, id desc limit ?",
                this::read,
                leadId,
                most);
    }

    @Transactional(readOnly = true)
    public List<TimelineEvent> ofHousehold(long householdId, int most) {
        return jdbc.query(
                """
                select * from timeline_event t where household_id = ? and not exists (
                  select 1 from timeline_refiling r where r.case_id = t.case_id and r.from_household = t.household_id)
                union all
                select t.* from timeline_event t join timeline_refiling r on r.case_id = t.case_id
                where r.to_household = ? and t.household_id = r.from_household
                order by at desc, id desc limit ?
                """,
                this::read,
                householdId,
                householdId,
                most);
    }

    /** What is told of a case belongs to another household from now on; the events themselves stay as they are. */
    @Transactional
    public void refile(long caseId, long fromHousehold, long toHousehold) {
        jdbc.update(
                "insert into timeline_refiling (case_id, from_household, to_household) values (?, ?, ?)",
                caseId,
                fromHousehold,
                toHousehold);
    }

    @Transactional(readOnly = true)
    public List<TimelineEvent> ofReferral(long referralId, int most) {
        return jdbc.query(
                "select * from timeline_event where referral_id = ? order by at desc, id desc limit ?",
                this::read,
                referralId,
                most);
    }

    private TimelineEvent read(ResultSet row, int number) throws SQLException {
        byte[] detail = row.getBytes("detail");
        return new TimelineEvent(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("kind"),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("number"),
                row.getString("task_key"),
                row.getObject("case_id", Long.class),
                row.getObject("lead_id", Long.class),
                row.getObject("referral_id", Long.class),
                row.getBoolean("late"),
                row.getBoolean("told"),
                detail == null ? Map.of() : parse(cipher.decrypt(detail)));
    }

    private String write(Map<String, String> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException failed) {
            throw new IllegalArgumentException(failed);
        }
    }

    private Map<String, String> parse(String detail) {
        try {
            return json.readValue(detail, DETAIL);
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException("A time-line entry cannot be read", failed);
        }
    }
}
