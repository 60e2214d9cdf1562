package org.jiuzhu.cadence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jiuzhu.cadence.Window.Closing;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jspecify.annotations.Nullable;

/**
 * Which windows a person's plan made, from the plan's steps and dates alone: asked on any later day, it answers the
 * same. A plan that rises owes the tighter window of that very day in full, because a rise means danger; one that falls
 * owes the tighter window it is in to its end, also where it falls to nothing (domain rules, section 3); only the end of
 * a plan cancels what is open. Where only the rules changed, what is open is
 * finished under the old ones and the new begin after it, unless they were told to hold at once.
 */
public final class WindowPlanner {

    /**
     * @param windows by start, then by length
     * @param owed for each duty in force at the end, the day from which it has no window yet
     */
    public record Plan(List<Window> windows, Map<Per, LocalDate> owed) {}

    private final List<Window> made = new ArrayList<>();
    /** For each duty in force, the day from which no window of it is made yet. */
    private final Map<Per, LocalDate> owed = new EnumMap<>(Per.class);

    private List<Duty> duties = List.of();

    private WindowPlanner() {}

    /**
     * @param steps in the order of their days
     * @param nodes special nodes, not overlapping
     * @param before only windows that begin before this day
     */
    public static Plan plan(List<PlanStep> steps, List<Span> nodes, LocalDate before) {
        var planner = new WindowPlanner();
        for (int i = 0; i < steps.size(); i++) {
            PlanStep step = steps.get(i);
            LocalDate next = i + 1 < steps.size() ? steps.get(i + 1).from() : before;
            LocalDate until = next.isBefore(before) ? next : before;
            if (!step.from().isBefore(before)) {
                break;
            }
            planner.change(step);
            planner.fill(until);
            planner.fillNodes(step, nodes, until);
        }
        planner.made.sort(Comparator.comparing((Window w) -> w.span().start())
                .thenComparing(w -> w.duty().per())
                .thenComparing(Window::owedFrom));
        return new Plan(List.copyOf(planner.made), Map.copyOf(planner.owed));
    }

    private void change(PlanStep step) {
        LocalDate day = step.from();
        List<Duty> before = duties;
        List<Window> open = openOn(day);
        duties = step.duties();
        if (duties.isEmpty()) {
            if (step.replacesOpen() || (step.isEnd() && !step.letsOpenFinish())) {
                close(day, null, step.reason());
            }
            owed.clear();
            return;
        }
        boolean enters = before.isEmpty() && open.isEmpty();
        if (!enters && step.replacesOpen()) {
            replace(day, before, step.reason());
        } else if (!enters && !step.letsOpenFinish() && !before.equals(duties)) {
            close(day, tightest(duties), step.reason());
        }
        owed.keySet().removeIf(per -> duties.stream().noneMatch(duty -> duty.per() == per));
        duties.forEach(duty -> owed.computeIfAbsent(
                duty.per(), per -> !enters && isOwedAtOnce(duty, step, before, open) ? day : begin(duty, step)));
    }

    /** A rise, from what was demanded, or from what a fall to nothing had left over. */
    private static boolean isOwedAtOnce(Duty duty, PlanStep step, List<Duty> before, List<Window> open) {
        boolean rises = before.isEmpty()
                ? open.stream().anyMatch(window -> duty.isTighterThan(window.duty()))
                : duty.isTighterThan(tightest(before));
        return step.replacesOpen() || (rises && !step.letsOpenFinish());
    }

    /** From when a duty that was not owed before is owed; its windows follow while the step lasts. */
    private LocalDate begin(Duty duty, PlanStep step) {
        LocalDate from = endOfOpen(
                step.from(), open -> step.letsOpenFinish() || open.duty().isTighterThan(duty));
        Span span = Span.of(duty.per(), from);
        return span.halfLeftOn(from) ? from : span.end();
    }

    /** Where a tighter window is still owed, or any that is to be finished, the new one begins after it. */
    private LocalDate endOfOpen(LocalDate day, Predicate<Window> waitedFor) {
        return openOn(day).stream()
                .filter(waitedFor)
                .map(window -> window.span().end())
                .max(Comparator.naturalOrder())
                .orElse(day);
    }

    private void fill(LocalDate until) {
        for (Duty duty : duties) {
            LocalDate from = Objects.requireNonNull(owed.get(duty.per()));
            while (from.isBefore(until)) {
                Span span = Span.of(duty.per(), from);
                if (made.stream().noneMatch(window -> window.isOpenFor(duty.per(), span))) {
                    made.add(new Window(span, from, duty, false, null));
                }
                from = span.end();
            }
            owed.put(duty.per(), from);
        }
    }

    private void fillNodes(PlanStep step, List<Span> nodes, LocalDate until) {
        for (Duty duty : step.onNodes()) {
            for (Span node : nodes) {
                LocalDate first = node.start().isBefore(step.from()) ? step.from() : node.start();
                LocalDate last = node.end().isBefore(until) ? node.end() : until;
                for (LocalDate day = first; day.isBefore(last); ) {
                    Span span = Span.of(duty.per(), day);
                    made.add(new Window(span, day, duty, true, null));
                    day = span.end();
                }
            }
        }
    }

    /** New rules hold at once: what is open for a duty that they do not have makes room, and theirs begin that day. */
    private void replace(LocalDate day, List<Duty> before, String reason) {
        List<Window> old = openOn(day).stream()
                .filter(window -> !duties.contains(window.duty()))
                .toList();
        made.replaceAll(window -> old.contains(window) ? window.closed(day, Closing.Kind.SUPERSEDED, reason) : window);
        duties.stream()
                .filter(duty -> !old.isEmpty() || !before.contains(duty))
                .filter(duty -> made.stream()
                        .noneMatch(window -> window.isOpenOn(day) && window.isOpenFor(duty.per(), window.span())))
                .forEach(duty -> owed.put(duty.per(), day));
    }

    /**
     * Closes what is open on a day.
     *
     * @param tightest the duty that takes over from longer ones, or null where nothing is owed any more
     */
    private void close(LocalDate day, @Nullable Duty tightest, String reason) {
        made.replaceAll(window -> {
            if (!window.isOpenOn(day)) {
                return window;
            }
            if (tightest == null) {
                return window.closed(day, Closing.Kind.CANCELLED, reason);
            }
            boolean stays =
                    duties.stream().anyMatch(duty -> duty.per() == window.duty().per());
            return !stays && tightest.isTighterThan(window.duty())
                    ? window.closed(day, Closing.Kind.SUPERSEDED, reason)
                    : window;
        });
    }

    private List<Window> openOn(LocalDate day) {
        return made.stream()
                .filter(window -> !window.onNode() && window.isOpenOn(day))
                .toList();
    }

    private static Duty tightest(List<Duty> duties) {
        return duties.stream().min(Comparator.comparing(Duty::per)).orElseThrow();
    }
}
