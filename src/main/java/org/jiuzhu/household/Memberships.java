package org.jiuzhu.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who was in which household from when to when. Somebody is in one household at a time, also where nobody sees both. */
@Component
@Transactional
public class Memberships {

    private final MembershipRows rows;
    private final HouseholdRows households;
    private final Timeline timeline;
    private final DataScopes scopes;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Memberships(
            MembershipRows rows,
            HouseholdRows households,
            Timeline timeline,
            DataScopes scopes,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.households = households;
        this.timeline = timeline;
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws Refusal CONFLICT if somebody is in another household; it names that household only to whom it is visible
     */
    void join(Household household, NewHousehold.NewMember member, LocalDate on) {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 12))", row -> {}, "member " + member.personId());
        boolean elsewhere = scopes.asSystem(
                "one household at a time", () -> !current(member.personId()).isEmpty());
        if (elsewhere) {
            throw homeOf(member.personId())
                    .map(home -> new Refusal(Refusal.Kind.CONFLICT, "household.memberElsewhere", home.number()))
                    .orElseGet(() -> new Refusal(Refusal.Kind.CONFLICT, "household.memberElsewhere.hidden"));
        }
        rows.saveAndFlush(new Membership(household, member, on));
        events.publishEvent(new HouseholdJoined(household.id(), member.personId()));
    }

    /** Adds somebody who is in no household. */
    public void add(long householdId, NewHousehold.NewMember member, Actor by) {
        Household household = household(householdId);
        join(household, member, today());
        happened("household.memberJoined", household, member.personId(), by);
    }

    /**
     * @param newHead who is the head from now on; needed where the head leaves others behind
     * @throws org.jiuzhu.shared.InvalidInput for {@code on} or {@code newHead}
     */
    public void end(long householdId, long personId, LocalDate on, EndReason reason, @Nullable Long newHead, Actor by) {
        Household household = household(householdId);
        Membership ending = current(household, personId);
        checkDay(ending, on);
        boolean leavesOthers =
                rows.findByHouseholdIdAndToOnIsNullOrderById(householdId).size() > 1;
        if (household.headPersonId() == personId && leavesOthers) {
            succeed(household, newHead, personId, on, by);
        }
        ending.end(on, reason);
        rows.saveAndFlush(ending);
        happened("household.memberLeft", household, personId, by);
    }

    /** Out of the household somebody is in, into another one, on the same day. */
    public void move(
            long personId,
            NewHousehold.NewMember as,
            long toHouseholdId,
            LocalDate on,
            @Nullable Long newHead,
            Actor by) {
        Household from = homeOf(personId)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "household.memberElsewhere.hidden"));
        Household to = household(toHouseholdId);
        end(from.id(), personId, on, EndReason.MOVED_AWAY, newHead, by);
        join(to, as, on);
        happened("household.memberJoined", to, personId, by);
    }

    private void succeed(Household household, @Nullable Long newHead, long leaving, LocalDate on, Actor by) {
        var problems = new Problems();
        if (newHead == null || newHead == leaving) {
            problems.add("newHead", "household.newHead");
        }
        problems.check();
        long head = newHead == null ? leaving : newHead;
        Membership before = current(household, head);
        checkDay(before, on);
        before.end(on, EndReason.OTHER);
        rows.saveAndFlush(before);
        rows.saveAndFlush(new Membership(household, new NewHousehold.NewMember(head, Relation.HEAD, true), on));
        household.headedBy(head);
        happened("household.headChanged", household, head, by);
    }

    private void checkDay(Membership ending, LocalDate on) {
        var problems = new Problems();
        if (on.isAfter(today())) {
            problems.add("on", "person.date.future");
        } else if (on.isBefore(ending.fromOn())) {
            problems.add("on", "household.beforeJoined", ending.fromOn().toString());
        }
        problems.check();
    }

    /** Everybody who ever was in it, those of today first. */
    @Transactional(readOnly = true)
    public List<MembershipLine> ofHousehold(long householdId) {
        return rows.findByHouseholdIdOrderByToOnDescFromOnDescIdDesc(householdId).stream()
                .map(Membership::line)
                .toList();
    }

    /** The households somebody was in, as far as they are visible, the newest first. */
    @Transactional(readOnly = true)
    public List<MembershipLine> ofPerson(long personId) {
        return rows.findByPersonIdOrderByFromOnDescIdDesc(personId).stream()
                .map(Membership::line)
                .toList();
    }

    /** Where somebody lives, if that is visible. */
    @Transactional(readOnly = true)
    public Optional<Household> homeOf(long personId) {
        return current(personId).stream().findFirst().flatMap(m -> households.findById(m.householdId()));
    }

    private List<Membership> current(long personId) {
        return rows.findByPersonIdInAndToOnIsNullOrderById(List.of(personId));
    }

    private Membership current(Household household, long personId) {
        return current(personId).stream()
                .filter(m -> m.householdId() == household.id())
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.CONFLICT, "household.notMember"));
    }

    private Household household(long id) {
        return households.findById(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "household.notFound"));
    }

    private void happened(String kind, Household household, long personId, Actor by) {
        TaskSubject about = new TaskSubject(
                household.number(),
                household.id(),
                personId,
                null,
                null,
                household.place().districtCode(),
                household.place().streetCode(),
                household.place().pointCode(),
                null,
                Urgency.NORMAL);
        timeline.add(kind, about, null, by, Map.of());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
