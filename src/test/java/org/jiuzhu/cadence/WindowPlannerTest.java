package org.jiuzhu.cadence;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jiuzhu.cadence.Window.Closing;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WindowPlannerTest {

    /** Ten years with three leap days, a year of 53 ISO weeks and every 调休 there is so far. */
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2033, 1, 1);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyDayOfTenYearsLiesInExactlyOnePeriodOfEachKind(Per per) {
        Span before = Span.of(per, FIRST);
        for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
            Span span = Span.of(per, day);
            assertThat(span.contains(day)).as("%s in %s", day, span).isTrue();
            if (!span.equals(before)) {
                assertThat(span.start())
                        .as("no gap, no overlap")
                        .isEqualTo(before.end())
                        .isEqualTo(day);
            }
            before = span;
        }
    }

    static Stream<Arguments> lengths() {
        return Stream.of(
                Arguments.of(Per.DAY, 3653L, 1L, 1L),
                Arguments.of(Per.WEEK, 523L, 7L, 7L),
                Arguments.of(Per.MONTH, 120L, 28L, 31L),
                Arguments.of(Per.QUARTER, 40L, 90L, 92L),
                Arguments.of(Per.HALF_YEAR, 20L, 181L, 184L));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void tenYearsHaveAsManyPeriodsAsTheCalendarSays(Per per, long count, long shortest, long longest) {
        List<Span> spans =
                FIRST.datesUntil(LAST).map(day -> Span.of(per, day)).distinct().toList();

        assertThat(spans).hasSize((int) count);
        assertThat(spans.stream().mapToLong(Span::days).min()).hasValue(shortest);
        assertThat(spans.stream().mapToLong(Span::days).max()).hasValue(longest);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whoeverEntersOnAnyDayOwesFromThatPeriodOrTheNextAndThenEveryOne(Per per) {
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusYears(4)); day = day.plusDays(1)) {
            List<Window> windows = windowsOf(List.of(entered(day, per)), List.of(), day.plusYears(2));

            Span own = Span.of(per, day);
            boolean full = 2 * (own.end().toEpochDay() - day.toEpochDay())
                    >= own.end().toEpochDay() - own.start().toEpochDay();
            Window first = windows.get(0);
            assertThat(first.span()).as("entered on %s", day).isEqualTo(full ? own : Span.of(per, own.end()));
            assertThat(first.owedFrom()).isEqualTo(full ? day : own.end());
            for (int i = 1; i < windows.size(); i++) {
                assertThat(windows.get(i).span())
                        .isEqualTo(Span.of(per, windows.get(i - 1).span().end()));
            }
            assertThat(windows.get(windows.size() - 1).span().end()).isAfterOrEqualTo(day.plusYears(2));
        }
    }

    @Test
    void somebodyWhoEntersInTheMiddleOfAprilOwesAprilAndOnTheDayAfterOwesMay() {
        assertThat(spans(entered(parse("2026-04-16"), Per.MONTH))).first().isEqualTo(month("2026-04-01"));
        assertThat(spans(entered(parse("2026-04-17"), Per.MONTH))).first().isEqualTo(month("2026-05-01"));
    }

    @Test
    void aRiseOnTheLastDayOfAMonthOwesThatMonthInFullAndTakesThePlaceOfTheQuarter() {
        List<Window> windows =
                windows("2026-12-01", entered(parse("2026-07-01"), Per.QUARTER), step("2026-08-31", "TIER", Per.MONTH));

        assertThat(windows.get(0).span()).isEqualTo(Span.of(Per.QUARTER, parse("2026-07-01")));
        assertThat(windows.get(0).closing())
                .isEqualTo(new Closing(parse("2026-08-31"), Closing.Kind.SUPERSEDED, "TIER"));
        assertThat(windows.get(1).span()).isEqualTo(month("2026-08-01"));
        assertThat(windows.get(1).owedFrom()).isEqualTo(parse("2026-08-31"));
        assertThat(windows.stream().skip(1).map(window -> window.span().start().getMonthValue()))
                .containsExactly(8, 9, 10, 11);
    }

    @Test
    void aFallOwesTheMonthItIsInAndThenTheQuarterOnlyWhereHalfOfItIsLeft() {
        List<Window> early =
                windows("2027-01-01", entered(parse("2026-07-01"), Per.MONTH), step("2026-07-20", "TIER", Per.QUARTER));
        List<Window> late =
                windows("2027-01-01", entered(parse("2026-07-01"), Per.MONTH), step("2026-08-20", "TIER", Per.QUARTER));

        assertThat(early.stream().map(Window::span))
                .containsExactly(month("2026-07-01"), quarter("2026-07-01"), quarter("2026-10-01"));
        assertThat(early).allSatisfy(window -> assertThat(window.closing()).isNull());
        assertThat(late.stream().map(Window::span))
                .containsExactly(month("2026-07-01"), month("2026-08-01"), quarter("2026-10-01"));
    }

    @Test
    void aMoveBetweenTwoMonthlyProfilesKeepsTheMonthsWindow() {
        List<Window> windows =
                windows("2026-09-01", entered(parse("2026-06-01"), Per.MONTH), step("2026-07-15", "MOVED", Per.MONTH));

        assertThat(windows.stream().map(Window::span))
                .containsExactly(month("2026-06-01"), month("2026-07-01"), month("2026-08-01"));
        assertThat(windows).allSatisfy(window -> assertThat(window.closing()).isNull());
    }

    @Test
    void anEndCancelsWhatIsOpenAndLeavesWhatIsOver() {
        List<Window> windows = windows(
                "2026-12-01", entered(parse("2026-06-01"), Per.MONTH), PlanStep.end(parse("2026-08-10"), "DEATH"));

        assertThat(windows).hasSize(3);
        assertThat(windows.get(1).closing()).isNull();
        assertThat(windows.get(2).closing())
                .isEqualTo(new Closing(parse("2026-08-10"), Closing.Kind.CANCELLED, "DEATH"));
    }

    @Test
    void aFallToATierWithoutANumberOwesTheMonthThatHasBegunAndNoneAfterIt() {
        List<Window> windows =
                windows("2026-12-01", entered(parse("2026-06-01"), Per.MONTH), nothing("2026-08-10", "TIER"));

        assertThat(windows.stream().map(Window::span))
                .containsExactly(month("2026-06-01"), month("2026-07-01"), month("2026-08-01"));
        assertThat(windows).allSatisfy(window -> assertThat(window.closing()).isNull());
    }

    @Test
    void whoeverIsTakenOutOfSpecialCareIsStillOwedTheWeekButNoDayOfANodeAfterIt() {
        var special = new PlanStep(
                parse("2026-09-28"),
                List.of(new Duty(Per.WEEK, 2, Channels.HOME, false)),
                List.of(new Duty(Per.DAY, 1, Channels.ANY, false)),
                "ENTERED");
        List<Window> windows = windowsOf(
                List.of(special, nothing("2026-10-03", "FACTS")),
                List.of(new Span(parse("2026-10-01"), parse("2026-10-08"))),
                parse("2026-10-20"));

        assertThat(windows.stream().map(Window::span))
                .containsExactlyInAnyOrder(
                        Span.of(Per.WEEK, parse("2026-09-28")),
                        Span.of(Per.DAY, parse("2026-10-01")),
                        Span.of(Per.DAY, parse("2026-10-02")));
        assertThat(windows).allSatisfy(window -> assertThat(window.closing()).isNull());
    }

    @Test
    void whatAFallHasLeftIsCancelledByAnEndAndOnlyByIt() {
        List<Window> windows = windows(
                "2026-12-01",
                entered(parse("2026-08-01"), Per.MONTH),
                nothing("2026-08-10", "TIER"),
                PlanStep.end(parse("2026-08-20"), "MOVED_OUT"));

        assertThat(windows).singleElement().satisfies(august -> assertThat(august.closing())
                .isEqualTo(new Closing(parse("2026-08-20"), Closing.Kind.CANCELLED, "MOVED_OUT")));
    }

    @Test
    void whoeverIsVisitedAgainInTheMonthThatAFallHasLeftOwesItOnce() {
        List<Window> windows = windows(
                "2026-10-01",
                entered(parse("2026-08-01"), Per.MONTH),
                nothing("2026-08-10", "TIER"),
                step("2026-08-12", "TIER", Per.MONTH));

        assertThat(windows.stream().map(Window::span)).containsExactly(month("2026-08-01"), month("2026-09-01"));
        assertThat(windows).allSatisfy(window -> assertThat(window.closing()).isNull());
    }

    @Test
    void aRiseTakesThePlaceOfWhatAFallHasLeft() {
        List<Window> windows = windows(
                "2026-09-01",
                entered(parse("2026-07-01"), Per.QUARTER),
                nothing("2026-08-10", "TIER"),
                step("2026-08-28", "TIER", Per.MONTH));

        assertThat(windows.stream().map(Window::span)).containsExactly(quarter("2026-07-01"), month("2026-08-01"));
        assertThat(windows.get(0).closing())
                .isEqualTo(new Closing(parse("2026-08-28"), Closing.Kind.SUPERSEDED, "TIER"));
        assertThat(windows.get(1).owedFrom()).isEqualTo(parse("2026-08-28"));
    }

    @Test
    void aLongerPeriodAfterAFallToNothingWaitsForWhatIsLeft() {
        List<Window> windows = windows(
                "2027-01-01",
                entered(parse("2026-08-01"), Per.MONTH),
                nothing("2026-08-05", "TIER"),
                step("2026-08-10", "TIER", Per.QUARTER));

        assertThat(windows.stream().map(Window::span))
                .as("after August less than half of the quarter is left")
                .containsExactly(month("2026-08-01"), quarter("2026-10-01"));
    }

    @Test
    void aSpecialNodeAddsADayForEachDayToTheWeeks() {
        var putuo = new PlanStep(
                parse("2026-09-28"),
                List.of(new Duty(Per.WEEK, 2, Channels.HOME, false)),
                List.of(new Duty(Per.DAY, 1, Channels.ANY, false)),
                "ENTERED");
        List<Window> windows = windowsOf(
                List.of(putuo), List.of(new Span(parse("2026-10-01"), parse("2026-10-08"))), parse("2026-10-12"));

        assertThat(windows.stream().filter(window -> window.duty().per() == Per.WEEK))
                .hasSize(2);
        assertThat(windows.stream()
                        .filter(window -> window.duty().per() == Per.DAY)
                        .map(Window::owedFrom))
                .containsExactlyElementsOf(
                        parse("2026-10-01").datesUntil(parse("2026-10-08")).toList());
    }

    /** For any history: one window of a kind at a time, nobody forgotten, and nothing open after an end. */
    @Test
    void noHistoryForgetsAnybodyOrAsksTwice() {
        var random = new Random(20261122);
        for (int n = 0; n < 3_000; n++) {
            List<PlanStep> steps = history(random);
            LocalDate before = FIRST.plusYears(3);
            List<Window> windows = windowsOf(steps, List.of(), before);
            String told = steps + " made " + windows;

            for (int i = 0; i < windows.size(); i++) {
                for (int j = i + 1; j < windows.size(); j++) {
                    Window a = windows.get(i);
                    Window b = windows.get(j);
                    assertThat(a.closing() == null
                                    && b.closing() == null
                                    && a.duty().per() == b.duty().per()
                                    && a.span().equals(b.span()))
                            .as("the same period asked twice: %s", told)
                            .isFalse();
                }
            }
            windows.forEach(window -> {
                assertThat(window.span())
                        .as(told)
                        .isEqualTo(Span.of(window.duty().per(), window.owedFrom()));
                if (window.closing() != null) {
                    assertThat(window.span().contains(window.closing().on()))
                            .as(told)
                            .isTrue();
                }
            });
            for (LocalDate day = steps.get(0).from(); day.isBefore(before); day = day.plusDays(13)) {
                PlanStep inForce = inForce(steps, day);
                List<Window> open = openOn(windows, day);
                if (inForce.isEnd()) {
                    assertThat(open).as("%s after the end: %s", day, told).isEmpty();
                } else if (open.isEmpty() && !inForce.duties().isEmpty()) {
                    LocalDate begins =
                            Span.of(inForce.duties().get(0).per(), day).end();
                    boolean undisturbed = inForce(steps, begins) == inForce && begins.isBefore(before);
                    assertThat(undisturbed
                                    && windows.stream()
                                            .noneMatch(window ->
                                                    window.span().start().equals(begins)))
                            .as("forgotten on %s: the next period must be owed: %s", day, told)
                            .isFalse();
                }
            }
        }
    }

    private static List<Window> windowsOf(List<PlanStep> steps, List<Span> nodes, LocalDate before) {
        return WindowPlanner.plan(steps, nodes, before).windows();
    }

    private static List<Window> openOn(List<Window> windows, LocalDate day) {
        return windows.stream()
                .filter(window -> window.span().contains(day)
                        && !window.owedFrom().isAfter(day)
                        && (window.closing() == null || window.closing().on().isAfter(day)))
                .toList();
    }

    private static PlanStep inForce(List<PlanStep> steps, LocalDate day) {
        return steps.stream()
                .filter(step -> !step.from().isAfter(day))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static List<PlanStep> history(Random random) {
        var pers = List.of(Per.WEEK, Per.MONTH, Per.QUARTER, Per.HALF_YEAR);
        var steps = new ArrayList<PlanStep>();
        LocalDate day = FIRST.plusDays(random.nextInt(200));
        steps.add(entered(day, pers.get(random.nextInt(4))));
        for (int i = random.nextInt(6); i > 0; i--) {
            day = day.plusDays(1 + random.nextInt(150));
            steps.add(
                    switch (random.nextInt(10)) {
                        case 0, 1 -> PlanStep.end(day, "DEATH");
                        case 2 -> new PlanStep(day, List.of(), List.of(), "TIER");
                        default -> entered(day, pers.get(random.nextInt(4)));
                    });
        }
        return steps;
    }

    private static List<Span> spans(PlanStep... steps) {
        return windows("2027-01-01", steps).stream().map(Window::span).toList();
    }

    private static List<Window> windows(String before, PlanStep... steps) {
        return windowsOf(List.of(steps), List.of(), parse(before));
    }

    private static PlanStep entered(LocalDate day, Per per) {
        return new PlanStep(day, List.of(duty(per)), List.of(), "ENTERED");
    }

    private static PlanStep step(String day, String reason, Per per) {
        return new PlanStep(parse(day), List.of(duty(per)), List.of(), reason);
    }

    /** A tier that demands no fixed number: ADHOC, SWEEP. */
    private static PlanStep nothing(String day, String reason) {
        return new PlanStep(parse(day), List.of(), List.of(), reason);
    }

    private static Duty duty(Per per) {
        return new Duty(per, 1, Channels.HOME_PHONE_VIDEO, false);
    }

    private static Span month(String day) {
        return Span.of(Per.MONTH, parse(day));
    }

    private static Span quarter(String day) {
        return Span.of(Per.QUARTER, parse(day));
    }
}
