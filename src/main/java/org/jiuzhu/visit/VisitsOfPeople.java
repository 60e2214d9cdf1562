package org.jiuzhu.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.cadence.Contact;
import org.jiuzhu.cadence.PlanStep;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.household.VisitPanel;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Ruler;
import org.jiuzhu.visit.PersonVisits.Plan;
import org.jiuzhu.visit.PersonVisits.Standing;
import org.jiuzhu.visit.PersonVisits.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells somebody's page about their visits. */
@Component
@Transactional(readOnly = true)
class VisitsOfPeople implements VisitPanel {

    /** So far back a window is still shown, and at most so many. */
    private static final int MONTHS = 6;

    private static final int MOST_PERIODS = 6;
    private static final int MOST_VISITS = 8;
    private static final int MOST_STEPS = 6;

    private final PersonVisits visits;
    private final VisitPlans plans;
    private final ServiceRecords records;
    private final WindowWords windows;
    private final DueWords days;
    private final Words words;
    private final Clock clock;

    VisitsOfPeople(
            PersonVisits visits,
            VisitPlans plans,
            ServiceRecords records,
            WindowWords windows,
            DueWords days,
            Words words,
            Clock clock) {
        this.visits = visits;
        this.plans = plans;
        this.records = records;
        this.windows = windows;
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Optional<Visits> of(long personId) {
        List<TakenStep> steps = new ArrayList<>(plans.historyOf(personId));
        steps.sort(Comparator.comparing((TakenStep taken) -> taken.step().from())
                .thenComparing(TakenStep::id)
                .reversed());
        Optional<Plan> plan = visits.plan(personId);
        if (plan.isEmpty() && steps.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        List<Standing> standing = visits.windows(personId, today.minusMonths(MONTHS), today.plusDays(1), MOST_PERIODS);
        return Optional.of(new Visits(
                plan.map(this::review).orElse(null),
                standing.stream().map(one -> period(one, today)).toList(),
                made(visits.told(personId, today.minusMonths(MONTHS), today.plusDays(1), MOST_VISITS)),
                steps.stream().limit(MOST_STEPS).map(this::step).toList()));
    }

    private List<Made> made(List<Told> told) {
        Set<String> readable =
                records.visible(told.stream().map(Told::recordNumber).toList());
        return told.stream()
                .map(one -> new Made(
                        String.join(words.say("ui.dot"), days.day(one.contact().on()), mode(one), one.by()),
                        readable.contains(one.recordNumber()) ? "/records?number=" + one.recordNumber() : null,
                        one.contact().outcome() == Contact.Outcome.DONE
                                ? null
                                : words.say(
                                        "visit.ledger.outcome." + one.contact().outcome())))
                .toList();
    }

    private String mode(Told told) {
        ServiceMode mode = told.contact().mode();
        return mode == ServiceMode.VISIT ? words.say("visit.mode.VISIT") : words.say("servicerecord.mode." + mode);
    }

    private @Nullable String review(Plan plan) {
        LocalDate on = plan.reviewOn();
        String why = plan.reviewWhy();
        return on == null || why == null
                ? null
                : words.say("visit.person.review", days.day(on), words.sayOr("visit.person.reason." + why, why));
    }

    private Period period(Standing one, LocalDate today) {
        Window window = one.window();
        boolean runs = window.span().contains(today) && window.closing() == null;
        Ruler ruler = runs ? windows.ruler(window.span(), one.remindAt()) : null;
        int count = window.duty().count();
        return new Period(
                windows.period(window.duty().per(), window.span()),
                one.extra() == null
                        ? windows.cadence(window.duty())
                        : words.sayOr("visit.extra." + one.extra(), words.say("visit.extra.OTHER")),
                windows.due(one.state(), window.span()),
                count == 1
                        ? null
                        : words.say(
                                "visit.person.progress", Math.min(one.state().done(), count), count),
                ruler,
                why(one));
    }

    private @Nullable String why(Standing one) {
        LocalDate madeUpOn = one.madeUpOn();
        if (madeUpOn != null) {
            return words.say("visit.person.madeUp", days.day(madeUpOn));
        }
        Window.Closing closing = one.window().closing();
        if (closing == null) {
            return one.window().onNode() ? words.say("visit.person.node") : null;
        }
        return words.say(
                "visit.person.closed." + closing.kind(),
                days.day(closing.on()),
                words.sayOr("visit.person.reason." + closing.reason(), closing.reason()));
    }

    private Step step(TakenStep taken) {
        return new Step(days.day(taken.step().from()), demand(taken), why(taken));
    }

    private String demand(TakenStep taken) {
        PlanStep step = taken.step();
        if (step.duties().isEmpty()) {
            return taken.tier() == Tier.NONE
                    ? words.say("visit.person.nobody")
                    : words.say("ui.tier." + taken.tier()) + words.say("ui.dot") + words.say("visit.person.noCadence");
        }
        String owed =
                step.duties().stream().map(windows::cadence).collect(Collectors.joining(words.say("household.comma")));
        String all = step.onNodes().isEmpty() ? owed : owed + words.say("visit.person.andOnNodes");
        return taken.tier() == Tier.FLAT ? all : words.say("ui.tier." + taken.tier()) + words.say("ui.dot") + all;
    }

    /** Why it was asked again, and what the rule answered. */
    private String why(TakenStep taken) {
        String reason = taken.step().reason();
        String asked = words.sayOr("visit.person.reason." + reason, reason);
        return taken.tierReason().isEmpty()
                ? asked
                : asked
                        + words.say("ui.dot")
                        + words.sayOr("rules.tier.reason." + taken.tierReason(), taken.tierReason());
    }
}
