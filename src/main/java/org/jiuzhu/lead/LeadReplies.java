package org.jiuzhu.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuzhu.lead.Answer.State;
import org.jiuzhu.lifecycle.CaseClosed;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.JiuzhuProperties;
import org.jiuzhu.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Answers owed to the sources: written in the transaction of the fact they tell, sent or fetched afterwards. */
@Component
class LeadReplies {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    private final LeadRepository leads;
    private final Timeline timeline;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final boolean posted;

    LeadReplies(LeadRepository leads, Timeline timeline, JdbcTemplate jdbc, Clock clock, JiuzhuProperties properties) {
        this.leads = leads;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
        this.posted = properties.hotline().replyUrl() != null;
    }

    /** Each kind once per lead. Only the hotline is posted to, and only if it says where; the others fetch. */
    void owe(Lead lead, ReplyKind kind, @Nullable String argumentKey) {
        Instant now = clock.instant();
        boolean post = posted && lead.source() == LeadSource.HOTLINE_12345;
        int owed = jdbc.update(
                """
                insert into lead_reply (lead_id, kind, message_key, argument_key, due_at, state, next_attempt_at, created_at,
                    district_code, street_code, point_code)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (lead_id, kind) do nothing
                """,
                lead.id(),
                kind.name(),
                kind.messageKey(),
                argumentKey,
                timestamp(lead.replyDueAt()),
                (post ? State.PENDING : State.WAITING_FETCH).name(),
                Timestamp.from(now),
                Timestamp.from(now),
                lead.place().districtCode(),
                lead.place().streetCode(),
                lead.place().pointCode());
        if (owed == 1) {
            timeline.add(
                    "lead.answered", lead.subject(), null, Actor.machine(Actor.SYSTEM), Map.of("kind", kind.name()));
        }
    }

    @EventListener
    void on(CaseClosed closed) {
        for (Lead lead : leads.findByIdIn(closed.leadIds())) {
            lead.became(LeadState.CLOSED);
            owe(lead, ReplyKind.CASE_CLOSED, "lead.outcome." + closed.outcome());
        }
    }

    List<Answer> of(long leadId) {
        return jdbc.query("select * from lead_reply where lead_id = ? order by id", LeadReplies::read, leadId);
    }

    void fetched(long leadId) {
        jdbc.update(
                "update lead_reply set fetched_at = ? where lead_id = ? and state = 'WAITING_FETCH' and fetched_at is null",
                Timestamp.from(clock.instant()),
                leadId);
    }

    /** The next answer to post, locked until the transaction ends; another node skips it. */
    Optional<Answer> lockNext() {
        return jdbc
                .query(
                        """
                        select * from lead_reply where state = 'PENDING' and next_attempt_at <= ?
                        order by next_attempt_at, id limit 1 for update skip locked
                        """,
                        LeadReplies::read,
                        Timestamp.from(clock.instant()))
                .stream()
                .findFirst();
    }

    void sent(Answer answer) {
        jdbc.update(
                "update lead_reply set state = 'SENT', attempts = attempts + 1, sent_at = ? where id = ?",
                Timestamp.from(clock.instant()),
                answer.id());
    }

    void failed(Answer answer) {
        jdbc.update(
                "update lead_reply set attempts = attempts + 1, next_attempt_at = ? where id = ?",
                Timestamp.from(clock.instant().plus(pauseAfter(answer.attempts() + 1))),
                answer.id());
    }

    /** One minute, two, four, … at most four hours; it never gives up, because somebody waits for an answer. */
    static Duration pauseAfter(int attempts) {
        Duration pause = Duration.ofMinutes(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static Answer read(ResultSet row, int number) throws SQLException {
        return new Answer(
                row.getLong("id"),
                row.getLong("lead_id"),
                ReplyKind.valueOf(row.getString("kind")),
                row.getString("message_key"),
                row.getString("argument_key"),
                instant(row, "due_at"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "sent_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
