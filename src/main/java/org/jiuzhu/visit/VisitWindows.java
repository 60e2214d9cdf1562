package org.jiuzhu.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiuzhu.cadence.Contact;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.WindowState;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.visit.WindowSettled.As;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One window at a time, as whoever goes there, or answers for it, asks about it. */
@Component
@Transactional
public class VisitWindows {

    private static final String SELECT = "select * from visit_window where id = ?";

    private final JdbcTemplate jdbc;
    private final WorkCalendar calendar;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VisitWindows(JdbcTemplate jdbc, WorkCalendar calendar, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.events = events;
        this.clock = clock;
    }

    /** @param settledAs null while something is left to do */
    public record Stored(
            long id,
            String number,
            long personId,
            Window window,
            Tier tier,
            int attemptDays,
            Place place,
            @Nullable As settledAs) {

        public boolean isSettled() {
            return settledAs != null;
        }
    }

    /** @throws Refusal NOT_FOUND if it is not there or not visible */
    @Transactional(readOnly = true)
    public Stored get(long id) {
        return jdbc.query(SELECT, VisitWindows::read, id).stream().findFirst().orElseThrow(VisitWindows::notFound);
    }

    /** What a task about a window carries: the person to be visited, where they live now. */
    @Transactional(readOnly = true)
    public TaskSubject subject(long id) {
        return subjects(List.of(id)).get(0);
    }

    /**
     * As {@link #subject}, for many at once.
     *
     * @return in the order of the ids
     * @throws Refusal NOT_FOUND if one of them is not there or not visible
     */
    @Transactional(readOnly = true)
    public List<TaskSubject> subjects(List<Long> ids) {
        Map<Long, TaskSubject> found = new HashMap<>();
        jdbc.query(
                """
                select distinct on (w.id) w.id, w.number, w.person_id, m.household_id,
                  coalesce(p.district_code, w.district_code) district_code,
                  coalesce(p.street_code, w.street_code) street_code,
                  case when p.id is null then w.point_code else p.point_code end point_code
                from visit_window w
                left join person p on p.id = w.person_id
                left join household_member m on m.person_id = w.person_id and m.to_on is null
                where w.id = any (?) order by w.id, m.id
                """,
                row -> {
                    found.put(row.getLong("id"), subject(row));
                },
                (Object) ids.toArray(Long[]::new));
        if (!found.keySet().containsAll(ids)) {
            throw notFound();
        }
        return ids.stream().map(id -> Objects.requireNonNull(found.get(id))).toList();
    }

    private static TaskSubject subject(ResultSet row) throws SQLException {
        return new TaskSubject(
                row.getString("number"),
                row.getObject("household_id", Long.class),
                row.getLong("person_id"),
                null,
                null,
                row.getString("district_code"),
                row.getString("street_code"),
                row.getString("point_code"),
                null,
                Urgency.NORMAL);
    }

    /** What was settled when the window was made. */
    public record Terms(Instant endsAt, Tier tier) {}

    private record TermsOf(long windowId) {}

    @Transactional(readOnly = true)
    public Terms terms(long id) {
        return Batch.once(new TermsOf(id), () -> {
            Stored stored = get(id);
            return new Terms(stored.window().span().endsAt(), stored.tier());
        });
    }

    /** So that whoever asks for them in this batch is told at once. */
    static void know(long id, Terms terms) {
        Batch.know(new TermsOf(id), terms);
    }

    /** How the window stands now. */
    @Transactional(readOnly = true)
    public WindowState state(long id) {
        Seen known = Batch.known(new SeenOf(id));
        Seen seen = known == null ? see(get(id)) : known;
        Stored stored = seen.stored();
        return WindowState.of(stored.window(), seen.contacts(), stored.attemptDays(), clock.instant(), calendar);
    }

    private record Seen(Stored stored, List<Contact> contacts) {}

    private record SeenOf(long windowId) {}

    private Seen see(Stored stored) {
        return new Seen(stored, contacts(stored));
    }

    /** Reads at once what is going to be asked of many windows one by one, in a batch in which nobody is visited. */
    @Transactional(readOnly = true)
    public void foresee(Collection<Long> ids) {
        Object all = ids.toArray(Long[]::new);
        Map<Long, List<Contact>> contacts = new HashMap<>();
        jdbc.query(
                """
                select w.id, c.on_day, c.mode, c.outcome from visit_window w
                join visit_contact c on c.person_id = w.person_id and c.on_day >= w.start_on and c.on_day < w.end_on
                where w.id = any (?) and c.withdrawn_at is null
                """,
                row -> {
                    contacts.computeIfAbsent(row.getLong("id"), id -> new ArrayList<>())
                            .add(contact(row));
                },
                all);
        for (Stored stored : jdbc.query("select * from visit_window where id = any (?)", VisitWindows::read, all)) {
            know(stored.id(), new Terms(stored.window().span().endsAt(), stored.tier()));
            Batch.know(new SeenOf(stored.id()), new Seen(stored, contacts.getOrDefault(stored.id(), List.of())));
        }
    }

    /** When whoever should go is reminded; only of a window whose visit has been started. */
    @Transactional(readOnly = true)
    public Instant remindAt(long id) {
        return Objects.requireNonNull(
                        jdbc.queryForObject("select remind_at from visit_window where id = ?", Timestamp.class, id))
                .toInstant();
    }

    /** Whether it ended without the visits that it owed, and without anybody who refused them or was never at home. */
    @Transactional(readOnly = true)
    public boolean isMissed(long id) {
        return state(id).state() == DueState.MISSED;
    }

    /** Whether it ended without the visits that it owed, though somebody tried: nothing more is expected of it. */
    @Transactional(readOnly = true)
    public boolean isAttempted(long id) {
        return state(id).state() == DueState.ATTEMPTED;
    }

    /**
     * Whether nobody was at home on so many different days that more must be done than to try again. The window goes on
     * to its end all the same: whoever is met until then is met.
     */
    @Transactional(readOnly = true)
    public boolean isUnreached(long id) {
        Stored stored = get(id);
        if (stored.isSettled()
                || !clock.instant().isBefore(stored.window().span().endsAt())) {
            return false;
        }
        long days = contacts(stored).stream()
                .filter(contact -> contact.outcome() == Outcome.NOT_HOME
                        && stored.window().span().contains(contact.on()))
                .map(Contact::on)
                .distinct()
                .count();
        return days >= stored.attemptDays();
    }

    /** Nobody goes for this window any more; one that is settled stays as it was. */
    public void giveUp(long id) {
        Stored stored = get(id);
        int given = jdbc.update(
                """
                update visit_window set settled_at = ?, settled_as = 'EXPLAINED' where id = ? and settled_at is null
                """,
                Timestamp.from(clock.instant()),
                id);
        if (given > 0) {
            events.publishEvent(new WindowSettled(id, stored.number(), As.EXPLAINED));
        }
    }

    /** Its process is gone without a result; should the window be owed again, a round starts another. */
    public void neverStarted(long id) {
        jdbc.update("update visit_window set started_at = null where id = ?", id);
    }

    /** Windows of somebody on whose behalf something is still to be done. */
    @Transactional(readOnly = true)
    public List<Stored> startedOf(long personId) {
        return jdbc.query(
                """
                select * from visit_window
                where person_id = ? and started_at is not null and settled_at is null order by start_on, id
                """,
                VisitWindows::read,
                personId);
    }

    private List<Contact> contacts(Stored stored) {
        return jdbc.query(
                """
                select on_day, mode, outcome from visit_contact
                where person_id = ? and on_day >= ? and on_day < ? and withdrawn_at is null
                """,
                (row, n) -> contact(row),
                stored.personId(),
                stored.window().span().start(),
                stored.window().span().end());
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getObject("on_day", LocalDate.class),
                ServiceMode.valueOf(row.getString("mode")),
                Outcome.valueOf(row.getString("outcome")));
    }

    private static Stored read(ResultSet row, int n) throws SQLException {
        String as = row.getString("settled_as");
        return new Stored(
                row.getLong("id"),
                row.getString("number"),
                row.getLong("person_id"),
                WindowTable.window(row),
                Tier.valueOf(row.getString("tier")),
                row.getInt("attempt_days"),
                new Place(row.getString("district_code"), row.getString("street_code"), row.getString("point_code")),
                as == null ? null : As.valueOf(as));
    }

    private static Refusal notFound() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "visit.task.notFound");
    }
}
