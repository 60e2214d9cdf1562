package org.jiuzhu.visit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.lifecycle.CircumstancesChanged;
import org.jiuzhu.rules.CaseRules;
import org.jiuzhu.rules.Deadlines;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.database.DataScopes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Visits outside anybody's plan: at once when a change sets off an alert (HT 三(一)2(1) 第一时间启动预警), and when
 * somebody who opted out is asked again [A]. They stand beside the plan's windows and change none of them.
 */
@Component
@Transactional
public class ExtraVisits {

    /** Why somebody is visited beside the plan; a window's {@code extra}. */
    public enum Reason {
        CHANGE("immediateVisit"),
        REOFFER("reofferVisits");

        private final String step;

        Reason(String step) {
            this.step = step;
        }
    }

    private final Deadlines deadlines;
    private final CaseRules rules;
    private final DataScopes scopes;
    private final ApplicationEventPublisher events;
    private final VisitRounds rounds;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ExtraVisits(
            Deadlines deadlines,
            CaseRules rules,
            DataScopes scopes,
            ApplicationEventPublisher events,
            VisitRounds rounds,
            JdbcTemplate jdbc,
            Clock clock) {
        this.deadlines = deadlines;
        this.rules = rules;
        this.scopes = scopes;
        this.events = events;
        this.rounds = rounds;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody who opted out is visited all the same: a worry for the person's safety overrides. */
    @EventListener
    void on(CircumstancesChanged changed) {
        if (changed.alert() && open(changed.personId(), Reason.CHANGE)) {
            rounds.request(VisitRounds.Kind.CHANGE, Actor.machine(Actor.SYSTEM));
        }
    }

    /**
     * Owes a visit from today to the last day that the deadlines give. Nothing is owed twice: while one for the same
     * reason is open there is no second. Whoever died or is gone is not visited.
     *
     * @return whether it was opened
     */
    public boolean open(long personId, Reason reason) {
        return scopes.asSystem("extra visit", () -> orgOf(personId).stream()
                .anyMatch(orgCode -> insert(personId, reason, orgCode, lastDay(reason, orgCode))));
    }

    private List<String> orgOf(long personId) {
        return jdbc.queryForList(
                """
                select coalesce(point_code, street_code) from person
                where id = ? and standing not in ('DECEASED', 'MOVED_OUT')
                """,
                String.class,
                personId);
    }

    private LocalDate lastDay(Reason reason, String orgCode) {
        Instant due = deadlines.dueFrom(reason.step, orgCode, Urgency.URGENT.name(), null, clock.instant());
        return LocalDate.ofInstant(due.minusNanos(1), WorkCalendar.ZONE);
    }

    /** Where somebody was met today already, that was before it was asked for: it is owed from tomorrow. */
    private boolean insert(long personId, Reason reason, String orgCode, LocalDate lastDay) {
        Channels channels =
                Channels.valueOf(rules.ruling(orgCode, "extraVisitChannels").text("value"));
        return jdbc.update(
                        """
                        insert into visit_window (person_id, extra, per, on_node, start_on, end_on, owed_from, required,
                            channels, distinct_days, attempt_days, task_on, opened_at, tier, district_code, street_code, point_code)
                        select s.id, ?, 'DAY', false, d.first, greatest(?, d.first) + 1, d.first, 1, ?, false, ?, d.first, ?,
                            coalesce(p.tier, 'NONE'), s.district_code, s.street_code, s.point_code
                        from person s left join visit_plan p on p.person_id = s.id
                        cross join lateral (select ?::date + (exists (
                          select 1 from visit_contact c where c.person_id = s.id and c.on_day = ?
                            and c.outcome = 'DONE' and c.withdrawn_at is null))::int as first) d
                        where s.id = ? and not exists (
                          select 1 from visit_window w where w.person_id = s.id and w.extra = ? and w.settled_at is null
                            and w.end_on > ?)
                        on conflict (person_id, extra, start_on) where extra is not null do nothing
                        """,
                        reason.name(),
                        lastDay,
                        channels.name(),
                        rules.attemptDays(orgCode),
                        Timestamp.from(clock.instant()),
                        today(),
                        today(),
                        personId,
                        reason.name(),
                        today())
                > 0;
    }

    /**
     * Nobody goes there any more; what was over before that day stays as it was.
     *
     * @param since the day from which nobody was to go there, not after today
     */
    void cancel(long personId, LocalDate since, String reason) {
        jdbc.query(
                        """
                        update visit_window
                        set closed_on = least(greatest(owed_from, ?), end_on - 1), close_kind = 'CANCELLED',
                            close_reason = ?, settled_at = ?, settled_as = 'CANCELLED'
                        where person_id = ? and extra is not null and (settled_at is null or settled_as = 'EXPLAINED')
                          and end_on > ?
                        returning id, number
                        """,
                        (row, n) -> new WindowSettled(
                                row.getLong("id"), row.getString("number"), WindowSettled.As.CANCELLED),
                        since,
                        reason,
                        Timestamp.from(clock.instant()),
                        personId,
                        since)
                .forEach(events::publishEvent);
    }

    /** What was cancelled for that reason was not to be: the next round starts it anew. */
    void restore(Collection<Long> people, String reason) {
        if (people.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                update visit_window set closed_on = null, close_kind = null, close_reason = null, settled_at = null,
                    settled_as = null, started_at = null
                where person_id = any (?) and extra is not null and settled_as = 'CANCELLED' and close_reason = ?
                """,
                people.toArray(Long[]::new),
                reason);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
    }
}
