package org.jiuzhu.visit;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.PlanStep;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.Window.Closing;
import org.jiuzhu.cadence.WindowPlanner;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.junit.jupiter.api.Test;

/** What a change of the rules alone makes of windows: finished as they were opened, or replaced on that day. */
class RuleChangeWindowsTest {

    private static final Duty MONTHLY = duty(Per.MONTH, 1);
    private static final Duty TWICE_A_MONTH = duty(Per.MONTH, 2);
    private static final Duty WEEKLY = duty(Per.WEEK, 1);
    private static final Duty QUARTERLY = duty(Per.QUARTER, 1);

    @Test
    void theMonthIsFinishedUnderTheOldCountAndTheNextHasTheNew() {
        List<Window> windows = plan("2026-11-01", since(MONTHLY), rules("2026-09-10", TWICE_A_MONTH));

        assertThat(windows).extracting(window -> window.duty().count()).containsExactly(1, 1, 2);
        assertThat(windows).allSatisfy(window -> assertThat(window.closing()).isNull());
    }

    @Test
    void atOnceTheMonthIsReplacedInFullAndWhatWasDoneCounts() {
        List<Window> windows = plan("2026-10-01", since(MONTHLY), atOnce("2026-09-10", TWICE_A_MONTH));

        assertThat(windows.get(1).closing())
                .isEqualTo(new Closing(parse("2026-09-10"), Closing.Kind.SUPERSEDED, PlanStep.RULES_AT_ONCE));
        assertThat(windows.get(2))
                .isEqualTo(new Window(
                        Span.of(Per.MONTH, parse("2026-09-10")), parse("2026-09-10"), TWICE_A_MONTH, false, null));
    }

    @Test
    void aTighterPeriodBeginsAfterTheMonthThatIsFinished() {
        List<Window> windows = plan("2026-10-13", since(MONTHLY), rules("2026-09-10", WEEKLY));

        assertThat(windows.stream().filter(window -> window.duty().equals(WEEKLY)))
                .extracting(Window::owedFrom)
                .containsExactly(parse("2026-10-01"), parse("2026-10-05"), parse("2026-10-12"));
        assertThat(windows).allSatisfy(window -> assertThat(window.closing()).isNull());
    }

    @Test
    void atOnceATighterPeriodBeginsThatDay() {
        List<Window> windows = plan("2026-09-15", since(MONTHLY), atOnce("2026-09-10", WEEKLY));

        assertThat(windows.get(1).closing()).isNotNull();
        assertThat(windows.stream().filter(window -> window.duty().equals(WEEKLY)))
                .extracting(Window::owedFrom)
                .containsExactly(parse("2026-09-10"), parse("2026-09-14"));
    }

    @Test
    void onTheFirstDayOfAPeriodTheNewRulesHoldForAllOfIt() {
        List<Window> windows = plan("2026-10-02", since(MONTHLY), rules("2026-10-01", TWICE_A_MONTH));

        assertThat(windows).last().satisfies(window -> {
            assertThat(window.owedFrom()).isEqualTo(parse("2026-10-01"));
            assertThat(window.duty()).isEqualTo(TWICE_A_MONTH);
        });
        assertThat(windows).allSatisfy(window -> assertThat(window.closing()).isNull());
    }

    @Test
    void whereTheNewRulesDemandNothingTheMonthIsFinishedOrCancelled() {
        assertThat(plan("2026-11-01", since(MONTHLY), rules("2026-09-10")))
                .extracting(Window::closing)
                .containsExactly(null, null);
        assertThat(plan("2026-11-01", since(MONTHLY), atOnce("2026-09-10")))
                .last()
                .satisfies(window -> assertThat(window.closing())
                        .isEqualTo(new Closing(parse("2026-09-10"), Closing.Kind.CANCELLED, PlanStep.RULES_AT_ONCE)));
    }

    @Test
    void aMoveOrAnotherReasonMeanwhileDoesNotCutTheMonthThatIsFinished() {
        List<Window> windows = plan(
                "2026-10-02",
                since(MONTHLY),
                rules("2026-09-10", WEEKLY),
                new PlanStep(parse("2026-09-15"), List.of(WEEKLY), List.of(), "MOVED"));

        assertThat(windows).allSatisfy(window -> assertThat(window.closing()).isNull());
        assertThat(windows).last().satisfies(window -> assertThat(window.owedFrom())
                .isEqualTo(parse("2026-10-01")));
    }

    @Test
    void aDeathMeanwhileCancelsTheMonthThatIsFinishedAndARiseTakesItsPlace() {
        List<Window> death = plan(
                "2026-10-02",
                since(QUARTERLY),
                rules("2026-09-10", MONTHLY),
                PlanStep.end(parse("2026-09-15"), "DEATH"));
        List<Window> rise = plan(
                "2026-10-02",
                since(QUARTERLY),
                rules("2026-09-10", MONTHLY),
                new PlanStep(parse("2026-09-15"), List.of(WEEKLY), List.of(), "EVENT"));

        assertThat(death).singleElement().satisfies(window -> assertThat(window.closing())
                .isEqualTo(new Closing(parse("2026-09-15"), Closing.Kind.CANCELLED, "DEATH")));
        assertThat(rise.get(0).closing()).isEqualTo(new Closing(parse("2026-09-15"), Closing.Kind.SUPERSEDED, "EVENT"));
        assertThat(rise.get(1).owedFrom()).isEqualTo(parse("2026-09-15"));
    }

    /** On any day, from any duty to any other: nobody is forgotten for longer than one period, nobody is asked twice. */
    @Test
    void noChangeOfRulesForgetsAnybodyOrAsksTwice() {
        var random = new Random(7);
        List<Duty> duties =
                List.of(MONTHLY, TWICE_A_MONTH, WEEKLY, QUARTERLY, duty(Per.HALF_YEAR, 1), duty(Per.WEEK, 2));
        for (int n = 0; n < 2_000; n++) {
            List<PlanStep> steps = new ArrayList<>(List.of(since(duties.get(random.nextInt(duties.size())))));
            LocalDate day = parse("2026-08-01");
            for (int change = random.nextInt(4); change >= 0; change--) {
                day = day.plusDays(1 + random.nextInt(120));
                Duty duty = duties.get(random.nextInt(duties.size()));
                steps.add(random.nextBoolean() ? rules(day.toString(), duty) : atOnce(day.toString(), duty));
            }
            LocalDate end = day.plusYears(1);
            List<Window> windows =
                    WindowPlanner.plan(steps, List.of(), end.plusDays(1)).windows();
            for (LocalDate on = steps.get(0).from(); on.isBefore(end); on = on.plusDays(7)) {
                LocalDate at = on;
                Duty inForce = steps.stream()
                        .filter(step -> !step.from().isAfter(at))
                        .reduce((a, b) -> b)
                        .orElseThrow()
                        .duties()
                        .get(0);
                List<Window> open = windows.stream()
                        .filter(window ->
                                window.span().contains(at) && !window.owedFrom().isAfter(at))
                        .filter(window -> window.closing() == null
                                || window.closing().on().isAfter(at))
                        .toList();
                assertThat(open.stream().map(window -> window.duty().per()))
                        .as("%s on %s", steps, at)
                        .doesNotHaveDuplicates();
                LocalDate soon = Span.of(inForce.per(), at).end();
                assertThat(open.isEmpty()
                                && windows.stream()
                                        .noneMatch(window -> !window.owedFrom().isBefore(at)
                                                && !window.owedFrom().isAfter(soon)))
                        .as("forgotten: %s on %s", steps, at)
                        .isFalse();
            }
        }
    }

    private static List<Window> plan(String before, PlanStep... steps) {
        return WindowPlanner.plan(List.of(steps), List.of(), parse(before)).windows();
    }

    private static PlanStep since(Duty duty) {
        return new PlanStep(parse("2026-08-01"), List.of(duty), List.of(), "ENTERED");
    }

    private static PlanStep rules(String from, Duty... duties) {
        return new PlanStep(parse(from), List.of(duties), List.of(), PlanStep.RULES);
    }

    private static PlanStep atOnce(String from, Duty... duties) {
        return new PlanStep(parse(from), List.of(duties), List.of(), PlanStep.RULES_AT_ONCE);
    }

    private static Duty duty(Per per, int count) {
        return new Duty(per, count, Channels.HOME_PHONE_VIDEO, false);
    }
}
