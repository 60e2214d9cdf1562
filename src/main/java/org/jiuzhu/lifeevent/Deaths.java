package org.jiuzhu.lifeevent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jiuzhu.household.Departure;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.Standings;
import org.jiuzhu.lifecycle.CircumstancesChanged;
import org.jiuzhu.lifecycle.DeathConfirmed;
import org.jiuzhu.lifecycle.DeathReversed;
import org.jiuzhu.lifecycle.PersonDied;
import org.jiuzhu.lifeevent.DeathReport.Source;
import org.jiuzhu.lifeevent.DeathReport.State;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Numbers;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.Holds;
import org.jiuzhu.workflow.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody died, or was said to have died. From the report on nobody works on this person's matters; the station lead
 * says whether it is true, and may take it back later too: then everything is as it was.
 */
@Component
@Transactional
public class Deaths {

    static final String HOLD = "DEATH";

    private final DeathReports reports;
    private final Standings standings;
    private final Households households;
    private final Holds holds;
    private final Messages messages;
    private final Timeline timeline;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deaths(
            DeathReports reports,
            Standings standings,
            Households households,
            Holds holds,
            Messages messages,
            Timeline timeline,
            Numbers numbers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reports = reports;
        this.standings = standings;
        this.households = households;
        this.holds = holds;
        this.messages = messages;
        this.timeline = timeline;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refusal NOT_FOUND if it is not there or not visible */
    @Transactional(readOnly = true)
    public DeathReport get(long id) {
        return reports.findById(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "lifeevent.death.notFound"));
    }

    /** The report of a death that stands: not yet settled, or true. */
    @Transactional(readOnly = true)
    public Optional<DeathReport> standing(long personId) {
        return reports.findByPersonIdAndStateNot(personId, State.REVERSED);
    }

    /** The latest that stands in a household. */
    @Transactional(readOnly = true)
    public Optional<DeathReport> latestOf(long householdId) {
        return reports.findFirstByHouseholdIdAndStateNotOrderByIdDesc(householdId, State.REVERSED);
    }

    /**
     * Reporting the same person's death again changes nothing.
     *
     * @param successor the new head, where the dead person was one
     */
    public DeathReport report(
            long personId, LocalDate on, Source source, @Nullable String note, @Nullable Long successor, Actor by) {
        return standing(personId).orElseGet(() -> record(personId, on, source, note, successor, by));
    }

    private DeathReport record(
            long personId, LocalDate on, Source source, @Nullable String note, @Nullable Long successor, Actor by) {
        Departure departure = standings.died(personId, on, successor);
        Household household = households.get(departure.householdId());
        DeathReport report = reports.save(new DeathReport(
                numbers.next(Numbers.Kind.BD),
                personId,
                on,
                source,
                note,
                departure,
                household.place(),
                by.username(),
                clock.instant()));
        timeline.add(
                "death.reported", report.subject(), null, by, Map.of("source", source.name(), "on", on.toString()));
        holds.holdPerson(HOLD, personId, null);
        events.publishEvent(new PersonDied(personId, household.id(), on));
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("deathId", report.id());
        variables.put("householdId", household.id());
        variables.put("orgCode", household.place().orgCode());
        variables.put("urgency", "NORMAL");
        messages.start("DeathReported", report.number(), variables);
        return report;
    }

    /** It is true: what was only for this person ends, what is for the household goes on with those who survive. */
    public void confirm(long deathId, Actor by) {
        DeathReport report = get(deathId);
        report.confirmed(by.username(), clock.instant());
        timeline.add("death.confirmed", report.subject(), null, by, Map.of());
        Departure departure = report.departure();
        Long head = departure.survivors() ? households.get(report.householdId()).headPersonId() : null;
        events.publishEvent(new DeathConfirmed(report.personId(), report.householdId(), head));
        holds.liftPerson(HOLD, report.personId(), null);
        if (head != null) {
            events.publishEvent(new CircumstancesChanged(report.householdId(), head, "DEATH", false));
        }
    }

    /** It is not true, as the first look or a later one shows; everything is restored. */
    public void reverse(long deathId, String reason, Actor by) {
        DeathReport report = get(deathId);
        report.reversed(reason, by.username(), clock.instant());
        standings.lives(report.personId(), report.departure());
        timeline.add("death.reversed", report.subject(), null, by, Map.of("note", reason));
        holds.liftPerson(HOLD, report.personId(), null);
        events.publishEvent(new DeathReversed(report.personId(), report.householdId()));
    }

    /** {@link #reverse} from outside: whoever still works on the report stops. */
    public void takeBack(long deathId, String reason, Actor by) {
        reverse(deathId, reason, by);
        messages.correlate("DeathReversed", get(deathId).number(), Map.of());
    }

    /** Whoever has to know was told: the benefit desk, the street's register. */
    public void benefitsTold(long deathId, String office, @Nullable String note, Actor by) {
        Map<String, String> detail = new HashMap<>(Map.of("office", office));
        if (note != null) {
            detail.put("note", Objects.requireNonNull(note));
        }
        timeline.add("death.benefitsTold", get(deathId).subject(), null, by, detail);
    }
}
