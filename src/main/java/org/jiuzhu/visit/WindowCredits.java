package org.jiuzhu.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jiuzhu.cadence.Contact;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.WindowState;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.visit.VisitRounds.Kind;
import org.jiuzhu.visit.WindowSettled.As;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What contacts do to windows: a contact counts for every window in whose span it lies and whose channels it matches,
 * and makes up for those that ended without it.
 */
@Component
@Transactional
public class WindowCredits {

    private final JdbcTemplate jdbc;
    private final StepTable steps;
    private final DataScopes scopes;
    private final VisitRounds rounds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WindowCredits(
            JdbcTemplate jdbc,
            StepTable steps,
            DataScopes scopes,
            VisitRounds rounds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.scopes = scopes;
        this.rounds = rounds;
        this.events = events;
        this.clock = clock;
    }

    /** What a window's row says of contacts. */
    private record Count(int done, @Nullable As as, @Nullable LocalDate madeUpOn) {}

    private record Row(long id, String number, Window window, Count said, List<Contact> met) {}

    /**
     * Counts again for windows that were opened or changed, and settles those that contacts have met already. Windows
     * without a contact cost one index look-up.
     */
    public void recount(Collection<Long> windowIds) {
        if (!windowIds.isEmpty()) {
            scopes.runAsSystem("window credits", () -> rows(windowIds).forEach(this::count));
        }
    }

    /**
     * Counts again wherever contacts of these people on these days are counted, or make up for a miss. A round that is
     * opening windows for them is waited for: it cannot see these contacts yet, and here its windows are seen.
     */
    void recount(Set<Long> people, Set<LocalDate> days) {
        if (people.isEmpty()) {
            return;
        }
        scopes.runAsSystem("window credits", () -> {
            steps.lock(people);
            rows(touched(people, days)).forEach(this::count);
        });
    }

    private List<Long> touched(Set<Long> people, Set<LocalDate> days) {
        return jdbc.queryForList(
                """
                select w.id from visit_window w where w.person_id = any (?)
                  and (w.settled_at is null or w.settled_as = 'MADE_UP'
                    or exists (select 1 from unnest(?::date[]) d(on_day) where d.on_day >= w.start_on and d.on_day < w.end_on))
                """,
                Long.class,
                people.toArray(Long[]::new),
                days.stream().map(LocalDate::toString).toArray(String[]::new));
    }

    private void count(Row row) {
        Count now = counted(row);
        if (now.equals(row.said())) {
            return;
        }
        boolean settles = now.as() != null && now.as() != row.said().as();
        boolean reopens = now.as() == null && row.said().as() != null;
        jdbc.update(
                """
                update visit_window set done = ?, settled_as = ?, made_up_on = ?,
                    settled_at = case when ?::varchar is null then null else coalesce(settled_at, ?) end,
                    started_at = case when ? then null else started_at end
                where id = ?
                """,
                now.done(),
                name(now.as()),
                now.madeUpOn(),
                name(now.as()),
                Timestamp.from(clock.instant()),
                reopens,
                row.id());
        if (reopens) {
            rounds.request(Kind.CHANGE, Actor.machine(Actor.SYSTEM));
        }
        if (settles) {
            events.publishEvent(new WindowSettled(row.id(), row.number(), Objects.requireNonNull(now.as())));
        }
    }

    private Count counted(Row row) {
        Window window = row.window();
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        List<Contact> within = row.met().stream()
                .filter(contact -> window.counts(contact.on()))
                .toList();
        int done = WindowState.done(window.duty(), within);
        if (done >= window.duty().count()) {
            return new Count(done, As.MET, null);
        }
        As kept = kept(row);
        LocalDate madeUp =
                kept != null || today.isBefore(window.span().end()) ? null : WindowState.madeUpOn(window, row.met());
        return new Count(done, madeUp == null ? kept : As.MADE_UP, madeUp);
    }

    /** How it was settled otherwise than by contacts. */
    private static @Nullable As kept(Row row) {
        Window.Closing closing = row.window().closing();
        if (closing != null) {
            return As.valueOf(closing.kind().name());
        }
        return row.said().as() == As.EXPLAINED ? As.EXPLAINED : null;
    }

    private static @Nullable String name(@Nullable As as) {
        return as == null ? null : as.name();
    }

    /** One lock order for all: by id. What has no contact and never had one is left out. */
    private List<Row> rows(Collection<Long> windowIds) {
        Map<Long, Row> rows = new LinkedHashMap<>();
        jdbc.query(
                """
                select w.*, c.on_day, c.mode from visit_window w
                left join visit_contact c on c.person_id = w.person_id and c.withdrawn_at is null
                  and c.outcome = 'DONE' and c.on_day >= w.start_on
                where w.id = any (?) and (c.id is not null or w.done > 0 or w.settled_as in ('MET', 'MADE_UP'))
                order by w.id for update of w
                """,
                row -> {
                    Row window = rows.get(row.getLong("id"));
                    if (window == null) {
                        window = window(row);
                        rows.put(window.id(), window);
                    }
                    LocalDate on = row.getObject("on_day", LocalDate.class);
                    if (on != null) {
                        window.met().add(new Contact(on, ServiceMode.valueOf(row.getString("mode")), Outcome.DONE));
                    }
                },
                (Object) windowIds.toArray(Long[]::new));
        return List.copyOf(rows.values());
    }

    private static Row window(ResultSet row) throws SQLException {
        String as = row.getString("settled_as");
        return new Row(
                row.getLong("id"),
                row.getString("number"),
                WindowTable.window(row),
                new Count(
                        row.getInt("done"),
                        as == null ? null : As.valueOf(as),
                        row.getObject("made_up_on", LocalDate.class)),
                new ArrayList<>());
    }
}
