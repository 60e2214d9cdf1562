package org.jiuzhu.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiuzhu.cadence.PlanStep;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.household.FactsChanged;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Standing;
import org.jiuzhu.household.TierOutlook;
import org.jiuzhu.rules.CaseRules;
import org.jiuzhu.rules.NoRule;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadences;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.shared.database.DataScopes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Weighs again how closely people are to be visited: when something about them changed, when time alone changes it, or
 * when the rules did. Many at once cost no more statements than one.
 */
@Component
@Transactional
public class PlanReviews {

    private static final Logger log = LoggerFactory.getLogger(PlanReviews.class);

    /** Why somebody who opted out is weighed again: to be asked. */
    static final String REOFFER = ExtraVisits.Reason.REOFFER.name();

    private record Asked(String orgCode, Tier tier) {}

    private final People people;
    private final VisitCadences cadences;
    private final CaseRules rules;
    private final PlanTable table;
    private final VisitPlans plans;
    private final WindowTable windows;
    private final ExtraVisits extras;
    private final DataScopes scopes;
    private final Clock clock;

    PlanReviews(
            People people,
            VisitCadences cadences,
            CaseRules rules,
            PlanTable table,
            VisitPlans plans,
            WindowTable windows,
            ExtraVisits extras,
            DataScopes scopes,
            Clock clock) {
        this.people = people;
        this.cadences = cadences;
        this.rules = rules;
        this.table = table;
        this.plans = plans;
        this.windows = windows;
        this.extras = extras;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * Weighs people as of today.
     *
     * @param why by person: a code of {@link FactsChanged}, or {@code RULES}
     * @param since for whom the end of the plan is an earlier day than today
     * @throws org.jiuzhu.rules.NoRule where a profile has no cadence for a tier: an error, never "no visits"
     */
    public void review(Map<Long, String> why, Map<Long, LocalDate> since, Actor by) {
        scopes.runAsSystem(
                "visit plans",
                () -> Batch.call(() -> {
                    table.lock(why.keySet());
                    takeBackDeaths(why, by);
                    weigh(outlooks(why.keySet(), today()), why, since, today(), by);
                    return true;
                }));
    }

    /**
     * Weighs those for whom time alone may have changed something, each as of the day on which it did. A rule that is
     * missing for somebody stops nobody else.
     *
     * @param most at least 1
     * @return how many were due; fewer than {@code most} means that no more are, or that others hold them
     */
    public int reviewChunk(LocalDate today, int most) {
        return scopes.asSystem(
                "visit plans",
                () -> Batch.call(() -> {
                    List<PlanTable.Due> due = table.due(today, most);
                    Map<LocalDate, Map<Long, String>> byDay = new TreeMap<>();
                    due.forEach(one -> byDay.computeIfAbsent(one.review().on(), day -> new LinkedHashMap<>())
                            .put(one.personId(), one.review().why()));
                    byDay.forEach((day, why) -> weigh(
                            answered(outlooks(why.keySet(), day), today.plusDays(1)),
                            why,
                            Map.of(),
                            day,
                            Actor.machine(Actor.SYSTEM)));
                    return due.size();
                }));
    }

    private void weigh(
            Map<Long, TierOutlook> outlooks,
            Map<Long, String> why,
            Map<Long, LocalDate> since,
            LocalDate on,
            Actor by) {
        Map<Long, LocalDate> from = from(outlooks, since, on);
        table.write(outlooks, reviews(outlooks, on));
        plans.changeAll(changes(outlooks, why, from), by);
        followExtras(outlooks, why, from);
        windows.belong(outlooks.keySet());
    }

    /** From which day each outlook holds: only an end is told of an earlier day. */
    private static Map<Long, LocalDate> from(
            Map<Long, TierOutlook> outlooks, Map<Long, LocalDate> since, LocalDate on) {
        Map<Long, LocalDate> from = new HashMap<>();
        outlooks.forEach((id, outlook) -> {
            LocalDate told = since.getOrDefault(id, on);
            boolean earlier = outlook.standing() == Standing.DECEASED && told.isBefore(on);
            from.put(id, earlier ? told : on);
        });
        return from;
    }

    /** Those whom a profile leaves without an answer keep the plan they have, and are weighed again the next day. */
    private Map<Long, TierOutlook> answered(Map<Long, TierOutlook> outlooks, LocalDate tomorrow) {
        Map<Long, TierOutlook> answered = new HashMap<>(outlooks);
        answered.values().removeIf(outlook -> !isAnswered(outlook));
        Set<Long> others = new HashSet<>(outlooks.keySet());
        others.removeAll(answered.keySet());
        if (!others.isEmpty()) {
            table.postpone(others, tomorrow);
        }
        return answered;
    }

    private boolean isAnswered(TierOutlook outlook) {
        try {
            demand(new Asked(outlook.place().orgCode(), outlook.advice().tier()));
            return true;
        } catch (NoRule missing) {
            log.error("A plan stays as it was: {}", missing.getMessage());
            return false;
        }
    }

    private Map<Long, VisitPlans.Change> changes(
            Map<Long, TierOutlook> outlooks, Map<Long, String> why, Map<Long, LocalDate> from) {
        Map<Long, VisitPlans.Change> changes = new LinkedHashMap<>();
        Map<Asked, Demand> demands = new HashMap<>();
        String versions = cadences.versions();
        outlooks.forEach((id, outlook) -> {
            Demand demand = demands.computeIfAbsent(
                    new Asked(outlook.place().orgCode(), outlook.advice().tier()), this::demand);
            PlanStep step = PlanStep.of(
                    from.getOrDefault(id, today()),
                    outlook.advice().tier(),
                    demand.duties(),
                    demand.onNodes(),
                    String.valueOf(why.get(id)));
            changes.put(id, change(outlook, demand, step, versions));
        });
        return changes;
    }

    /** When each is weighed again; whoever opted out is asked again each half-year [A]. */
    private Map<Long, PlanTable.Review> reviews(Map<Long, TierOutlook> outlooks, LocalDate on) {
        Map<Long, PlanTable.Review> asked = table.reviews(standing(outlooks, Standing.OPTED_OUT));
        Map<Long, PlanTable.Review> reviews = new HashMap<>();
        outlooks.forEach((id, outlook) -> {
            PlanTable.Review review =
                    outlook.standing() == Standing.OPTED_OUT ? reoffer(outlook, asked.get(id), on) : next(outlook);
            if (review != null) {
                reviews.put(id, review);
            }
        });
        return reviews;
    }

    private PlanTable.Review reoffer(TierOutlook outlook, PlanTable.@Nullable Review asked, LocalDate on) {
        if (asked != null && asked.why().equals(REOFFER) && asked.on().isAfter(on)) {
            return asked;
        }
        Period apart = Period.parse(
                rules.ruling(outlook.place().orgCode(), "optOutReoffer").text("value"));
        return new PlanTable.Review(on.plus(apart), REOFFER);
    }

    private void followExtras(Map<Long, TierOutlook> outlooks, Map<Long, String> why, Map<Long, LocalDate> from) {
        extras.restore(because(why, FactsChanged.REVERSED), FactsChanged.DEATH);
        standing(outlooks, Standing.DECEASED)
                .forEach(id -> extras.cancel(id, from.getOrDefault(id, today()), FactsChanged.DEATH));
        standing(outlooks, Standing.MOVED_OUT)
                .forEach(id -> extras.cancel(id, from.getOrDefault(id, today()), Standing.MOVED_OUT.name()));
        because(why, REOFFER).stream()
                .filter(standing(outlooks, Standing.OPTED_OUT)::contains)
                .forEach(id -> extras.open(id, ExtraVisits.Reason.REOFFER));
    }

    private static Set<Long> because(Map<Long, String> why, String code) {
        return why.entrySet().stream()
                .filter(entry -> entry.getValue().equals(code))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<Long> standing(Map<Long, TierOutlook> outlooks, Standing standing) {
        return outlooks.entrySet().stream()
                .filter(entry -> entry.getValue().standing() == standing)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<Long, TierOutlook> outlooks(Set<Long> asked, LocalDate on) {
        Map<Long, TierOutlook> outlooks = people.tierOutlook(asked, on);
        Set<Long> gone = new HashSet<>(asked);
        gone.removeAll(outlooks.keySet());
        if (!gone.isEmpty()) {
            table.forget(gone);
        }
        return outlooks;
    }

    private static PlanTable.@Nullable Review next(TierOutlook outlook) {
        TierOutlook.Turn turn = outlook.next();
        return turn == null
                ? null
                : new PlanTable.Review(turn.on(), turn.cause().name());
    }

    private Demand demand(Asked asked) {
        return Demand.of(
                cadences.of(asked.orgCode(), asked.tier(), false), cadences.of(asked.orgCode(), asked.tier(), true));
    }

    private static VisitPlans.Change change(TierOutlook outlook, Demand demand, PlanStep step, String versions) {
        return new VisitPlans.Change(
                step, outlook.advice().tier(), outlook.advice().reason(), demand.profile(), versions, outlook.place());
    }

    /** A death that was none: its step is taken back, and the windows are as if it had never been. */
    private void takeBackDeaths(Map<Long, String> why, Actor by) {
        why.forEach((id, code) -> {
            if (code.equals(FactsChanged.REVERSED)) {
                plans.historyOf(id).stream()
                        .filter(taken -> taken.step().reason().equals(FactsChanged.DEATH))
                        .reduce((earlier, later) -> later)
                        .ifPresent(death -> plans.undo(death.id(), by));
            }
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
    }
}
