package org.jiuzhu.visit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuzhu.cadence.Contact;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.Standings;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Numbers;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jiuzhu.workflow.Messages;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who do not want to be visited, which is their right: the window reads attempted, nothing follows for a benefit,
 * and two refusals in a row make the station ask what they want instead (acceptance scenario 9). It is never the refusal
 * of verification of 条例 45(3).
 */
@Component
@Transactional
public class VisitRefusals {

    /** What they want instead. */
    public enum Answer {
        HOME_AGAIN,
        PHONE,
        OTHER_CONSULTANT,
        /** No visits until further notice; offered again each half-year [A]. */
        OPT_OUT
    }

    /**
     * @param competent whether the person decides freely and understands what for
     * @param safetyConcern whether somebody worries for the person's safety; then nobody stays away
     */
    public record Told(Answer answer, String note, boolean competent, boolean safetyConcern) {}

    /** @param answer null while the station has not asked yet */
    public record Stored(
            long id,
            String number,
            long personId,
            String refusedTo,
            LocalDate refusedOn,
            @Nullable Answer answer,
            Place place) {}

    private static final int ADULT = 18;
    private static final int IN_A_ROW = 2;

    private final JdbcTemplate jdbc;
    private final People people;
    private final Standings standings;
    private final Network network;
    private final Messages messages;
    private final Numbers numbers;
    private final EncryptedText encryption;
    private final Clock clock;

    VisitRefusals(
            JdbcTemplate jdbc,
            People people,
            Standings standings,
            Network network,
            Messages messages,
            Numbers numbers,
            EncryptedText encryption,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.standings = standings;
        this.network = network;
        this.messages = messages;
        this.numbers = numbers;
        this.encryption = encryption;
        this.clock = clock;
    }

    private record Refused(String outcome, String by, LocalDate on) {}

    /**
     * Looks whether the last two contacts since the station asked were refusals; then it asks. While it asks, or has
     * nothing new to ask, nothing changes.
     */
    public void look(long personId) {
        List<Refused> last = jdbc.query(
                """
                select outcome, recorded_by, on_day from visit_contact
                where person_id = ? and withdrawn_at is null and recorded_at > coalesce(
                  (select max(answered_at) from visit_refusal where person_id = ?), '-infinity')
                order by on_day desc, id desc limit ?
                """,
                (row, n) -> new Refused(
                        row.getString("outcome"),
                        row.getString("recorded_by"),
                        row.getObject("on_day", LocalDate.class)),
                personId,
                personId,
                IN_A_ROW);
        if (last.size() == IN_A_ROW
                && last.stream().allMatch(contact -> contact.outcome().equals(Contact.Outcome.REFUSED.name()))) {
            open(people.get(personId), last.get(0));
        }
    }

    private void open(Person person, Refused last) {
        String number = numbers.next(Numbers.Kind.JF);
        Place place = person.place();
        List<Long> opened = jdbc.queryForList(
                """
                insert into visit_refusal (number, person_id, refused_to, refused_on, opened_at, district_code, street_code,
                    point_code)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id
                """,
                Long.class,
                number,
                person.id(),
                last.by(),
                last.on(),
                Timestamp.from(clock.instant()),
                place.districtCode(),
                place.streetCode(),
                place.pointCode());
        for (Long id : opened) {
            Map<String, @Nullable Object> variables = new HashMap<>();
            variables.put("refusalId", id);
            variables.put("personId", person.id());
            variables.put("orgCode", place.orgCode());
            variables.put("urgency", Urgency.NORMAL.name());
            messages.start("VisitsRefused", number, variables);
        }
    }

    /** @throws Refusal NOT_FOUND if it is not there or not visible */
    @Transactional(readOnly = true)
    public Stored get(long id) {
        return stored("where id = ?", id).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "visit.task.notFound"));
    }

    /** What somebody answered last, if the station ever asked. */
    @Transactional(readOnly = true)
    public Optional<Stored> latestAnswer(long personId) {
        return stored("where person_id = ? and answered_at is not null order by answered_at desc limit 1", personId)
                .stream()
                .findFirst();
    }

    /**
     * What was agreed. A competent adult may opt out of all visits; a worry for the person's safety overrides it.
     *
     * @throws org.jiuzhu.shared.InvalidInput by the form's field names
     */
    public void answer(long id, Told told, Actor by) {
        Stored refusal = get(id);
        check(told, people.get(refusal.personId()));
        jdbc.update(
                """
                update visit_refusal set answer = ?, note = ?, safety_concern = ?, answered_at = ?, answered_by = ? where id = ?
                """,
                told.answer().name(),
                encryption.convertToDatabaseColumn(told.note()),
                told.safetyConcern(),
                Timestamp.from(clock.instant()),
                by.username(),
                id);
        if (told.answer() == Answer.OPT_OUT) {
            standings.optsOut(refusal.personId());
        }
    }

    private void check(Told told, Person person) {
        if (told.answer() != Answer.OPT_OUT) {
            return;
        }
        var problems = new Problems();
        Integer age = person.ageOn(LocalDate.now(clock));
        if (told.safetyConcern()) {
            problems.add("answer", "visit.task.safetyFirst");
        } else if (age != null && age < ADULT) {
            problems.add("answer", "visit.task.notOfAge");
        } else if (!told.competent()) {
            problems.add("answer", "visit.task.notCompetent");
        }
        problems.check();
    }

    /** Whom a refusal is about; the person's place of now. */
    @Transactional(readOnly = true)
    public TaskSubject subject(long id) {
        Stored refusal = get(id);
        Long household = jdbc
                .queryForList(
                        "select household_id from household_member where person_id = ? and to_on is null order by id limit 1",
                        Long.class,
                        refusal.personId())
                .stream()
                .findFirst()
                .orElse(null);
        Place place = people.get(refusal.personId()).place();
        return new TaskSubject(
                refusal.number(),
                household,
                refusal.personId(),
                null,
                null,
                place.districtCode(),
                place.streetCode(),
                place.pointCode(),
                null,
                Urgency.NORMAL);
    }

    /** Nobody is asked any more: the person died. Whoever was about to ask stops. */
    public void end(long personId) {
        jdbc.queryForList(
                        """
                        update visit_refusal set answer = 'GONE', answered_at = ?, answered_by = ?
                        where person_id = ? and answered_at is null returning number
                        """,
                        String.class,
                        Timestamp.from(clock.instant()),
                        Actor.SYSTEM,
                        personId)
                .forEach(number -> messages.correlate("RefusalEnds", number, Map.of()));
    }

    /** Whether somebody asked for another visitor than this one, where the place has another. */
    @Transactional(readOnly = true)
    public boolean wantsAnother(long personId, String username) {
        if (!isRefusedTo(personId, username)) {
            return false;
        }
        return network.filedConsultantsAt(people.get(personId).place().orgCode()) > 1;
    }

    private boolean isRefusedTo(long personId, String username) {
        boolean lately = Boolean.TRUE.equals(jdbc.queryForObject(
                """
                select coalesce((select c.reason = 'OTHER_VISITOR' and c.recorded_by = ? from visit_contact c
                  where c.person_id = ? and c.withdrawn_at is null order by c.on_day desc, c.id desc limit 1), false)
                """,
                Boolean.class,
                username,
                personId));
        return lately
                || latestAnswer(personId)
                        .filter(last -> last.answer() == Answer.OTHER_CONSULTANT
                                && last.refusedTo().equals(username))
                        .isPresent();
    }

    private List<Stored> stored(String where, long id) {
        return jdbc.query(
                "select * from visit_refusal " + where,
                (row, n) -> new Stored(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getLong("person_id"),
                        row.getString("refused_to"),
                        row.getObject("refused_on", LocalDate.class),
                        answerOf(row.getString("answer")),
                        new Place(
                                row.getString("district_code"),
                                row.getString("street_code"),
                                row.getString("point_code"))),
                id);
    }

    /** Null where nobody was asked, or nobody could be asked any more. */
    private static @Nullable Answer answerOf(@Nullable String code) {
        return code == null || code.equals("GONE") ? null : Answer.valueOf(code);
    }
}
