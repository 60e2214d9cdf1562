package org.jiuzhu.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.cadence.PlanStep;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.WindowPlanner;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.household.People;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Rules;
import org.jiuzhu.rules.Supposition;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadences;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.visit.PlanChange.Demanded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What plans would demand if other rules held, and, once they hold, what they demand. A forecast writes nothing; it
 * weighs everybody concerned as they are known today.
 */
@Component
@Transactional
public class PlanForecasts {

    private static final int CHUNK = 500;

    private final People people;
    private final Rules rules;
    private final VisitCadences cadences;
    private final PlanReviews reviews;
    private final StepTable steps;
    private final NodeDays nodes;
    private final WhomTable table;
    private final DataScopes scopes;
    private final Clock clock;

    PlanForecasts(
            People people,
            Rules rules,
            VisitCadences cadences,
            PlanReviews reviews,
            StepTable steps,
            NodeDays nodes,
            WhomTable table,
            DataScopes scopes,
            Clock clock) {
        this.people = people;
        this.rules = rules;
        this.cadences = cadences;
        this.reviews = reviews;
        this.steps = steps;
        this.nodes = nodes;
        this.table = table;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** @param last the highest id among them */
    public record Weighed(int people, long last) {}

    private record Asked(String orgCode, Tier tier) {}

    /**
     * The whole of it in numbers, whoever asks: points and counts name nobody. Nobody's tier may change by it, so that
     * many people are one group.
     */
    @Transactional(readOnly = true)
    public Forecast forecast(Whom.OfTiers of, Supposition supposition) {
        return scopes.asSystem("visit forecast", () -> Batch.call(() -> sumOfTiers(of, supposition)));
    }

    /** What is different at one point: for how many people, and by how many visits in an average week. */
    public record PointChange(int people, double more) {

        PointChange plus(PointChange other) {
            return new PointChange(people + other.people, more + other.more);
        }
    }

    /** The whole of it, put together from what was found for some people after the others. */
    @Transactional(readOnly = true)
    public Forecast forecast(Map<Place, PointChange> points, int openWindows) {
        return scopes.asSystem("visit forecast", () -> {
            Map<Place, Double> owed = table.owedPerWeek();
            return new Forecast(
                    points.values().stream().mapToInt(PointChange::people).sum(),
                    openWindows,
                    points.entrySet().stream()
                            .map(point ->
                                    load(point.getKey(), point.getValue(), owed.getOrDefault(point.getKey(), 0.0)))
                            .sorted(Comparator.comparing(load -> load.place().orgCode()))
                            .toList());
        });
    }

    private static Forecast.PointLoad load(Place place, PointChange change, double before) {
        return new Forecast.PointLoad(place, change.people(), before, before + change.more());
    }

    /**
     * What was found for some people.
     *
     * @param people how many were looked at, the last of them {@code last}
     * @param openWindows of those who change
     */
    public record Looked(List<PlanChange> changes, int people, int openWindows, long last) {}

    /** Looks at the next people after one, whoever asks; fewer than {@code most} means that nobody is left. */
    @Transactional(readOnly = true)
    public Looked look(Whom whom, Supposition supposition, long after, int most) {
        return scopes.asSystem(
                "visit forecast",
                () -> Batch.call(() -> {
                    List<Long> ids = table.next(whom, after, most);
                    List<PlanChange> changes = changes(ids, supposition, (Boolean) null);
                    return new Looked(
                            changes,
                            ids.size(),
                            table.openWindows(
                                    changes.stream()
                                            .filter(PlanForecasts::isOfOrdinaryDays)
                                            .map(PlanChange::personId)
                                            .toList(),
                                    today()),
                            ids.isEmpty() ? after : ids.get(ids.size() - 1));
                }));
    }

    private static boolean isOfOrdinaryDays(PlanChange change) {
        return !change.before().duties().equals(change.after().duties());
    }

    /** What it means for these people, as far as the thread's scope sees them. */
    @Transactional(readOnly = true)
    public List<PlanChange> changes(List<Long> ids, Supposition supposition, boolean atOnce) {
        return Batch.call(() -> changes(ids, supposition, Boolean.valueOf(atOnce)));
    }

    /** Which versions of the tables on which plans rest answer now. */
    public String rulesInForce() {
        return cadences.versions() + " " + rules.inForce("case-rules");
    }

    private Forecast sumOfTiers(Whom.OfTiers of, Supposition supposition) {
        Map<Place, PointChange> points = new HashMap<>();
        Map<Asked, Demand> demands = new HashMap<>();
        List<Tier> otherWindows = new ArrayList<>();
        for (WhomTable.Group group : table.groups(of)) {
            Demand demand = demands.computeIfAbsent(
                    new Asked(group.place().orgCode(), group.before().tier()),
                    asked -> rules.supposing(supposition, () -> demand(asked)));
            var after = new Demanded(group.before().tier(), demand.duties(), demand.onNodes());
            if (!after.equals(group.before())) {
                double more = group.people() * (after.perWeek() - group.before().perWeek());
                points.merge(group.place(), new PointChange(group.people(), more), PointChange::plus);
            }
            if (!after.duties().equals(group.before().duties())) {
                otherWindows.add(group.before().tier());
            }
        }
        return forecast(points, table.openWindows(new Whom.OfTiers(of.profile(), Set.copyOf(otherWindows)), today()));
    }

    /**
     * Those of the thread's scope whose plan would demand something else, by id.
     *
     * @param after only people with a higher id
     * @param atOnce whether open windows would go over to the new rules
     */
    @Transactional(readOnly = true)
    public List<PlanChange> page(Whom whom, Supposition supposition, long after, int most, boolean atOnce) {
        return Batch.call(() -> {
            List<PlanChange> found = new ArrayList<>();
            var next = new Cursor(whom, after);
            for (List<Long> ids = next.chunk(); !ids.isEmpty() && found.size() < most; ids = next.chunk()) {
                found.addAll(changes(ids, supposition, Boolean.valueOf(atOnce)));
            }
            return found.stream().limit(most).toList();
        });
    }

    /** How many plans are to be weighed again once the rules hold. */
    @Transactional(readOnly = true)
    public int count(Whom whom) {
        return scopes.asSystem("visit forecast", () -> table.count(whom));
    }

    /**
     * Weighs the next plans under the rules in force. Weighing somebody again changes nothing.
     *
     * @return whom; fewer than {@code most} means that nobody is left
     */
    public Weighed weigh(Whom whom, long after, int most, boolean atOnce, Actor by) {
        return scopes.asSystem("visit plans", () -> {
            List<Long> ids = table.next(whom, after, most);
            Map<Long, String> why = new LinkedHashMap<>();
            ids.forEach(id -> why.put(id, atOnce ? PlanStep.RULES_AT_ONCE : PlanStep.RULES));
            if (!why.isEmpty()) {
                reviews.review(why, Map.of(), by);
            }
            return new Weighed(ids.size(), ids.isEmpty() ? after : ids.get(ids.size() - 1));
        });
    }

    private final class Cursor {

        private final Whom whom;
        private long last;

        Cursor(Whom whom, long after) {
            this.whom = whom;
            this.last = after;
        }

        List<Long> chunk() {
            List<Long> ids = table.next(whom, last, CHUNK);
            last = ids.isEmpty() ? last : ids.get(ids.size() - 1);
            return ids;
        }
    }

    /**
     * What is different by the rules alone: both answers are of the same day.
     *
     * @param atOnce null where nobody asks from which day on
     */
    private List<PlanChange> changes(List<Long> ids, Supposition supposition, @Nullable Boolean atOnce) {
        Map<Long, Demanded> before = demanded(ids, new Supposition(supposition.on(), Map.of(), Map.of()));
        Map<Long, Demanded> after = demanded(ids, supposition);
        Map<Long, List<TakenStep>> taken = steps.of(ids);
        List<PlanChange> changes = new ArrayList<>();
        for (Long id : ids) {
            Demanded was = before.get(id);
            Demanded is = after.get(id);
            List<TakenStep> plan = taken.getOrDefault(id, List.of());
            if (was != null && is != null && !plan.isEmpty() && !was.equals(is)) {
                Place place = plan.get(plan.size() - 1).place();
                LocalDate from = atOnce == null ? null : first(plan, is, supposition.on(), atOnce);
                changes.add(new PlanChange(id, place, was, is, from));
            }
        }
        return changes;
    }

    private Map<Long, Demanded> demanded(List<Long> ids, Supposition supposition) {
        Map<Asked, Demand> demands = new HashMap<>();
        return rules.supposing(supposition, () -> people.tierOutlook(ids, supposition.on()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, person -> {
                    Tier tier = person.getValue().advice().tier();
                    Demand demand = demands.computeIfAbsent(
                            new Asked(person.getValue().place().orgCode(), tier), this::demand);
                    return new Demanded(tier, demand.duties(), demand.onNodes());
                })));
    }

    private Demand demand(Asked asked) {
        return Demand.of(
                cadences.of(asked.orgCode(), asked.tier(), false), cadences.of(asked.orgCode(), asked.tier(), true));
    }

    /** The first day on which the new duties would be owed. */
    private @Nullable LocalDate first(List<TakenStep> plan, Demanded is, LocalDate on, boolean atOnce) {
        var step =
                PlanStep.of(on, is.tier(), is.duties(), is.onNodes(), atOnce ? PlanStep.RULES_AT_ONCE : PlanStep.RULES);
        List<PlanStep> steps = Stream.concat(
                        plan.stream().map(TakenStep::step).filter(taken -> !taken.from()
                                .isAfter(on)),
                        Stream.of(step))
                .toList();
        String district = plan.get(plan.size() - 1).place().districtCode();
        List<Span> spans = Batch.once(new Nodes(district), () -> nodes.of(district));
        return WindowPlanner.plan(steps, spans, on.plusYears(1)).windows().stream()
                .filter(window -> window.closing() == null && !window.owedFrom().isBefore(on))
                .filter(window -> (window.onNode() ? is.onNodes() : is.duties()).contains(window.duty()))
                .map(Window::owedFrom)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private record Nodes(String districtCode) {}

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
    }
}
