package org.jiuzhu.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jiuzhu.cadence.PlanStep;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.cadence.WindowPlanner;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.CaseRules;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.database.DataScopes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People's visit plans: every change is a step, and the windows of whoever is concerned follow at once. */
@Component
@Transactional
public class VisitPlans {

    private final StepTable steps;
    private final WindowTable windows;
    private final NodeDays nodes;
    private final CaseRules rules;
    private final DataScopes scopes;
    private final Clock clock;

    VisitPlans(StepTable steps, WindowTable windows, NodeDays nodes, CaseRules rules, DataScopes scopes, Clock clock) {
        this.steps = steps;
        this.windows = windows;
        this.nodes = nodes;
        this.rules = rules;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * What a step is and what it rests on.
     *
     * @param tierReason the reason code of {@code visit-tier}
     * @param profile the jurisdiction profile whose cadence answered
     * @param rules the versions of the decisions that answered, so that it can be told later
     */
    public record Change(PlanStep step, Tier tier, String tierReason, String profile, String rules, Place place) {

        public Change {
            if (step.isEnd() != (tier == Tier.NONE && step.duties().isEmpty())) {
                throw new IllegalArgumentException(tier + " cannot be what says: " + step);
            }
        }
    }

    /** {@link #changeAll} for one person. */
    public void change(long personId, Change change, Actor by) {
        changeAll(Map.of(personId, change), by);
    }

    /**
     * Takes a step in the plans of many. The same step again, or one that says what is said already, changes nothing;
     * the same duties for another reason, by another profile, under other rules or at another place are a step, but the
     * windows stay as they are.
     *
     * @param changes by person
     * <p>An end may be told of a day before other steps, a death that comes to light late: what was told of the days after
     * it holds no more, unless the end is undone.
     *
     * @throws IllegalArgumentException for any other step before somebody's last one (the past is not planned anew), or
     *     for one after today
     */
    public void changeAll(Map<Long, Change> changes, Actor by) {
        scopes.runAsSystem("visit plan", () -> {
            steps.lock(changes.keySet());
            Map<Long, List<TakenStep>> taken = steps.of(changes.keySet());
            Map<Long, Change> news = new LinkedHashMap<>();
            Map<Place, Integer> attempts = new HashMap<>();
            ToIntFunction<Place> attemptDays =
                    place -> attempts.computeIfAbsent(place, at -> rules.attemptDays(at.orgCode()));
            changes.forEach((personId, change) -> {
                List<TakenStep> before = taken.getOrDefault(personId, List.of());
                check(before, change.step());
                if (isNews(before, change, attemptDays.applyAsInt(change.place()))) {
                    news.put(personId, change);
                }
            });
            steps.insert(news, attemptDays, by);
            follow(news.keySet());
        });
    }

    private void check(List<TakenStep> taken, PlanStep step) {
        LocalDate from = step.from();
        if (from.isAfter(today())) {
            throw new IllegalArgumentException("A plan cannot change on " + from + ", which is still to come");
        }
        if (!step.isEnd() && isBeforeLast(taken, from)) {
            throw new IllegalArgumentException("A plan that changed later cannot change on " + from);
        }
    }

    private static boolean isNews(List<TakenStep> taken, Change change, int attemptDays) {
        return taken.isEmpty()
                ? !change.step().duties().isEmpty()
                : isBeforeLast(taken, change.step().from())
                        || !taken.get(taken.size() - 1).says(change, attemptDays);
    }

    private static boolean isBeforeLast(List<TakenStep> taken, LocalDate from) {
        return !taken.isEmpty()
                && from.isBefore(taken.get(taken.size() - 1).step().from());
    }

    /** Takes back a step that was a mistake, a false report of a death: the windows are as if it had never been. */
    public void undo(long stepId, Actor by) {
        scopes.runAsSystem("visit plan", () -> {
            List<Long> person = List.of(steps.personOf(stepId));
            steps.lock(person);
            steps.undo(stepId, by);
            follow(person);
        });
    }

    /** Makes the windows of people say what their plans say, after something beside their steps changed (a special node). */
    public void followAnew(Collection<Long> people) {
        scopes.runAsSystem("visit plan", () -> {
            steps.lock(people);
            follow(people);
        });
    }

    /** The steps in force, in their order, as far as the reader's scope sees them. */
    @Transactional(readOnly = true)
    public List<PlanStep> stepsOf(long personId) {
        return historyOf(personId).stream().map(TakenStep::step).toList();
    }

    /** {@link #stepsOf} with what each rests on. */
    @Transactional(readOnly = true)
    public List<TakenStep> historyOf(long personId) {
        return steps.of(List.of(personId)).getOrDefault(personId, List.of());
    }

    private void follow(Collection<Long> people) {
        if (people.isEmpty()) {
            return;
        }
        Map<String, List<Span>> known = new HashMap<>();
        List<WindowTable.Planned> planned = new ArrayList<>();
        steps.of(people)
                .forEach((personId, taken) -> planned.add(
                        new WindowTable.Planned(personId, taken, taken.isEmpty() ? null : plan(taken, known))));
        windows.follow(planned);
    }

    private WindowPlanner.Plan plan(List<TakenStep> taken, Map<String, List<Span>> known) {
        String district = taken.get(taken.size() - 1).place().districtCode();
        return WindowPlanner.plan(
                taken.stream().map(TakenStep::step).toList(),
                known.computeIfAbsent(district, nodes::of),
                today().plusDays(1));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
    }
}
