package org.jiuzhu.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jiuzhu.cadence.Contact;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.PlanStep;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.WindowPlanner;
import org.jiuzhu.cadence.WindowState;
import org.jiuzhu.calendar.Calendars;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.servicerecord.ServiceMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of periods and windows on every day of ten years, three leap days and eleven year ends among them. */
class TenYearsTest {

    private static final long FROM = Almanac.day(2024, 1, 1);
    private static final long UNTIL = Almanac.day(2035, 1, 1);
    private static final WorkCalendar CALENDAR = Calendars.shipped();
    private static final int HISTORIES = 400;

    @ParameterizedTest
    @EnumSource
    void everyDayLiesInOnePeriodAndThePeriodsJoin(Unit unit) {
        Span last = null;
        int periods = 0;
        for (long day = FROM; day < UNTIL; day++) {
            Span span = Span.of(per(unit), Shipped.date(day));
            assertThat(span.start().toEpochDay()).isEqualTo(unit.first(day));
            assertThat(span.end().toEpochDay()).isEqualTo(unit.next(day));
            assertThat(span.contains(Shipped.date(day))).isTrue();
            if (!span.equals(last)) {
                assertThat(last == null || last.end().equals(span.start())).isTrue();
                periods++;
                last = span;
            }
        }
        assertThat(periods).isEqualTo(periods(unit));
    }

    @ParameterizedTest
    @EnumSource
    void whoeverEntersOnWhateverDayIsOwedEveryPeriodFromThenOnOnce(Unit unit) {
        for (long day = Almanac.day(2027, 12, 1); day < Almanac.day(2029, 1, 10); day++) {
            List<Window> windows = plan(List.of(step(day, unit)), List.of());
            boolean atOnce = 2 * (unit.next(day) - day) >= unit.next(day) - unit.first(day);
            assertThat(windows.get(0).span().start().toEpochDay())
                    .as("entering on %s", Shipped.date(day))
                    .isEqualTo(atOnce ? unit.first(day) : unit.next(day));
            joinUntilTheEnd(windows);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDaylongHistoryOfAnyRuleOwesEachPeriodOfTenYears(Unit unit) {
        List<Window> windows = plan(List.of(step(FROM, unit)), List.of());

        assertThat(windows).hasSize(periods(unit));
        assertThat(windows)
                .allMatch(window -> window.owedFrom().equals(window.span().start()));
        joinUntilTheEnd(windows);
    }

    @ParameterizedTest
    @EnumSource
    void everyWindowIsOwedToItsLastSecondAndMissedAtTheNext(Unit unit) {
        for (Window window : plan(List.of(step(FROM, unit)), List.of())) {
            Instant end = window.span().end().atStartOfDay(WorkCalendar.ZONE).toInstant();
            assertThat(state(window, end.minusMillis(1))).isIn(DueState.UPCOMING, DueState.DUE);
            assertThat(state(window, end)).isEqualTo(DueState.MISSED);
            assertThat(state(window, end.plusSeconds(400L * 24 * 3600))).isEqualTo(DueState.MISSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLastDayCountsAndTheDaysAroundDoNot(Unit unit) {
        Instant later = Shipped.date(UNTIL + 1).atStartOfDay(WorkCalendar.ZONE).toInstant();
        for (Window window : plan(List.of(step(FROM, unit)), List.of())) {
            LocalDate end = window.span().end();
            assertThat(state(window, later, end.minusDays(1))).isEqualTo(DueState.MET);
            assertThat(state(window, later, window.span().start())).isEqualTo(DueState.MET);
            assertThat(state(window, later, end, window.span().start().minusDays(1)))
                    .isEqualTo(DueState.MISSED);
        }
    }

    @Test
    void noPeriodIsOwedTwiceAtOnceAndNobodyIsWithoutAWindowForHalfAPeriod() {
        for (int number = 0; number < HISTORIES; number++) {
            List<PlanStep> steps = history(new Random(number));
            List<Window> windows = plan(steps, List.of());
            long uncovered = 0;
            for (long day = FROM; day < UNTIL; day++) {
                LocalDate today = Shipped.date(day);
                List<Window> open =
                        windows.stream().filter(window -> isOpen(window, today)).toList();
                assertThat(open.stream().map(window -> window.duty().per()))
                        .as("history %d on %s", number, today)
                        .doesNotHaveDuplicates();
                PlanStep step = steps.stream()
                        .filter(one -> !one.from().isAfter(today))
                        .reduce((before, after) -> after)
                        .orElse(null);
                if (step == null || step.isEnd()) {
                    assertThat(open).as("history %d on %s", number, today).isEmpty();
                    uncovered = 0;
                } else if (step.duties().isEmpty()) {
                    assertThat(open)
                            .as("history %d on %s: only what had begun", number, today)
                            .allMatch(window -> window.owedFrom().isBefore(step.from()));
                    uncovered = 0;
                } else if (!open.isEmpty()) {
                    uncovered = 0;
                } else {
                    uncovered++;
                    Unit unit = Unit.valueOf(step.duties().get(0).per().name());
                    assertThat(2 * uncovered)
                            .as("history %d on %s", number, today)
                            .isLessThan(unit.next(day) - unit.first(day));
                }
            }
        }
    }

    @Test
    void aHistoryPlannedDayByDayIsTheOnePlannedAtTheEnd() {
        for (int number = 0; number < HISTORIES; number++) {
            List<PlanStep> steps = history(new Random(number));
            List<Window> whole = plan(steps, List.of());
            long cut = FROM + new Random(number + 9L).nextInt((int) (UNTIL - FROM));
            List<PlanStep> known = steps.stream()
                    .filter(step -> step.from().isBefore(Shipped.date(cut)))
                    .toList();
            List<Window> then =
                    WindowPlanner.plan(known, List.of(), Shipped.date(cut)).windows();
            List<Window> sinceClosed = whole.stream()
                    .filter(window -> window.owedFrom().isBefore(Shipped.date(cut)))
                    .map(window -> asOf(window, Shipped.date(cut)))
                    .toList();
            assertThat(then)
                    .as("history %d known on %s", number, Shipped.date(cut))
                    .isEqualTo(sinceClosed);
        }
    }

    @Test
    void anyHistoryOfAnyRulesOwesWhatAPaperCalendarShows() {
        for (int number = 0; number < HISTORIES; number++) {
            List<PlanStep> steps = history(new Random(number));
            List<Owed> cards = Cards.keep(FROM, UNTIL, day -> demand(steps, day), day -> false);
            List<Owed> planned =
                    plan(steps, List.of()).stream().map(Shipped::card).toList();
            assertThat(without(planned, cards))
                    .as("only planned, history %d", number)
                    .isEmpty();
            assertThat(without(cards, planned))
                    .as("not planned, history %d", number)
                    .isEmpty();
        }
    }

    @Test
    void everyDayOfASpecialNodeIsOwedOnceAlsoOverTheYearsEndAndALeapDay() {
        List<Span> nodes = new ArrayList<>();
        for (int year = 2024; year < 2035; year++) {
            nodes.add(new Span(LocalDate.of(year, 2, 27), LocalDate.of(year, 3, 2)));
            nodes.add(new Span(LocalDate.of(year, 12, 30), LocalDate.of(year + 1, 1, 3)));
        }
        Duty weekly = new Duty(Per.WEEK, 2, Channels.HOME, false);
        Duty daily = new Duty(Per.DAY, 1, Channels.ANY, false);
        List<Window> windows =
                plan(List.of(new PlanStep(Shipped.date(FROM), List.of(weekly), List.of(daily), "ENTERED")), nodes);

        List<LocalDate> owed = windows.stream()
                .filter(Window::onNode)
                .map(window -> window.span().start())
                .sorted()
                .toList();
        List<LocalDate> expected = nodes.stream()
                .flatMap(node -> node.start().datesUntil(node.end()))
                .filter(day -> day.isBefore(Shipped.date(UNTIL)))
                .toList();
        assertThat(owed).isEqualTo(expected);
        joinUntilTheEnd(windows.stream().filter(window -> !window.onNode()).toList());
    }

    private static List<Owed> without(List<Owed> some, List<Owed> others) {
        List<Owed> left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left;
    }

    private static Cards.Demand demand(List<PlanStep> steps, long day) {
        Cards.Demand demand = Cards.Demand.nothing();
        for (PlanStep step : steps) {
            if (step.from().toEpochDay() <= day) {
                List<Promise> promises =
                        step.duties().stream().map(Shipped::promise).toList();
                demand = new Cards.Demand(step.isEnd(), promises, List.of());
            }
        }
        return demand;
    }

    private static boolean isOpen(Window window, LocalDate day) {
        return !day.isBefore(window.owedFrom())
                && day.isBefore(window.span().end())
                && (window.closing() == null || day.isBefore(window.closing().on()));
    }

    /** As it stood before a day: a later closing was not known. */
    private static Window asOf(Window window, LocalDate before) {
        Window.Closing closing = window.closing();
        return closing == null || closing.on().isBefore(before)
                ? window
                : new Window(window.span(), window.owedFrom(), window.duty(), window.onNode(), null);
    }

    private static List<PlanStep> history(Random dice) {
        List<PlanStep> steps = new ArrayList<>();
        for (long day = FROM + dice.nextInt(200); day < UNTIL; day += 1 + dice.nextInt(dice.nextBoolean() ? 20 : 500)) {
            steps.add(
                    switch (dice.nextInt(12)) {
                        case 0, 1 -> PlanStep.end(Shipped.date(day), "DEATH");
                        case 2, 3 -> new PlanStep(Shipped.date(day), List.of(), List.of(), "TIER");
                        default -> step(day, Unit.values()[1 + dice.nextInt(4)]);
                    });
        }
        return steps;
    }

    private static PlanStep step(long day, Unit unit) {
        Duty duty = new Duty(per(unit), 1, Channels.HOME_PHONE_VIDEO, false);
        return new PlanStep(Shipped.date(day), List.of(duty), List.of(), "TIER");
    }

    private static List<Window> plan(List<PlanStep> steps, List<Span> nodes) {
        return WindowPlanner.plan(steps, nodes, Shipped.date(UNTIL)).windows();
    }

    private static void joinUntilTheEnd(List<Window> windows) {
        List<Window> sorted = windows.stream()
                .sorted(Comparator.comparing(window -> window.span().start()))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            assertThat(sorted.get(i).span().start())
                    .isEqualTo(sorted.get(i - 1).span().end());
        }
        assertThat(sorted.get(sorted.size() - 1).span().end()).isAfterOrEqualTo(Shipped.date(UNTIL));
    }

    private static DueState state(Window window, Instant now, LocalDate... visits) {
        List<Contact> contacts = new ArrayList<>();
        for (LocalDate visit : visits) {
            contacts.add(new Contact(visit, ServiceMode.VISIT, Contact.Outcome.DONE));
        }
        return WindowState.of(window, contacts, Verdict.EMPTY_HOUSES, now, CALENDAR)
                .state();
    }

    /** Eleven years: 132 months, and Mondays counted one by one. */
    private static int periods(Unit unit) {
        return switch (unit) {
            case DAY -> (int) (UNTIL - FROM);
            case WEEK -> 574;
            case MONTH -> 132;
            case QUARTER -> 44;
            case HALF_YEAR -> 22;
        };
    }

    private static Per per(Unit unit) {
        return Per.valueOf(unit.name());
    }
}
