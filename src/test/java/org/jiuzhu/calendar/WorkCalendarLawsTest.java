package org.jiuzhu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every day, from before the first loaded year to after the last. */
class WorkCalendarLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate END = LocalDate.of(2029, 1, 1);

    private final WorkCalendar calendar = Calendars.shipped();

    @Test
    void countingWorkdaysAndAddingThemAgree() {
        everyDay().forEach(day -> numbers().forEach(n -> {
            var later = calendar.addWorkdays(day, n);
            assertThat(calendar.isWorkday(later)).isTrue();
            assertThat(calendar.workdaysBetween(day, later))
                    .as("%s + %s", day, n)
                    .isEqualTo(n);
            assertThat(calendar.workdaysBetween(later, day)).isEqualTo(-n);
        }));
    }

    @Test
    void addingInTwoStepsIsAddingAtOnce() {
        everyDay().forEach(day -> assertThat(calendar.addWorkdays(calendar.addWorkdays(day, 3), 4))
                .isEqualTo(calendar.addWorkdays(day, 7)));
    }

    @Test
    void goingBackFromAWorkdayUndoesGoingForward() {
        everyDay().filter(calendar::isWorkday).forEach(day -> numbers()
                .forEach(n -> assertThat(calendar.addWorkdays(calendar.addWorkdays(day, n), -n))
                        .isEqualTo(day)));
    }

    @Test
    void aLaterStartIsNeverDueEarlier() {
        everyDay().forEach(day -> assertThat(calendar.addWorkdays(day.plusDays(1), 5))
                .isAfterOrEqualTo(calendar.addWorkdays(day, 5)));
    }

    @Test
    void rollingEndsOnTheNearestWorkdayAndStaysThere() {
        everyDay().forEach(day -> {
            var forward = calendar.rollForward(day);
            var back = calendar.rollBack(day);
            assertThat(forward).isAfterOrEqualTo(day);
            assertThat(back).isBeforeOrEqualTo(day);
            assertThat(calendar.rollForward(forward)).isEqualTo(forward);
            assertThat(calendar.rollBack(back)).isEqualTo(back);
            assertThat(forward.equals(back)).isEqualTo(calendar.isWorkday(day));
        });
    }

    @Test
    void everyMonthHasItsLastWorkdaysInOrder() {
        Stream.iterate(YearMonth.of(2025, 1), month -> month.plusMonths(1))
                .limit(48)
                .forEach(month -> {
                    var last = calendar.lastWorkdays(month, 5);
                    assertThat(last)
                            .hasSize(5)
                            .isSorted()
                            .allMatch(calendar::isWorkday)
                            .allMatch(day -> YearMonth.from(day).equals(month));
                    assertThat(calendar.nthLastWorkday(month, 5)).isEqualTo(last.get(0));
                });
    }

    @Test
    void workingHoursAddUpAndCanBeTakenBack() {
        var random = new Random(2026);
        IntStream.range(0, 3000).forEach(ignored -> {
            var at = anyInstant(random);
            var a = random.nextInt(1, 15);
            var b = random.nextInt(1, 15);
            var end = calendar.plusWorkingHours(at, a + b);
            assertThat(calendar.plusWorkingHours(calendar.plusWorkingHours(at, a), b))
                    .isEqualTo(end);
            assertThat(calendar.minusWorkingHours(end, b)).isBeforeOrEqualTo(end.minus(Duration.ofHours(b)));
            assertThat(calendar.plusWorkingHours(calendar.minusWorkingHours(end, b), b))
                    .isEqualTo(end);
        });
    }

    private static Instant anyInstant(Random random) {
        var minutes = Duration.between(FIRST.atStartOfDay(WorkCalendar.ZONE), END.atStartOfDay(WorkCalendar.ZONE))
                .toMinutes();
        return FIRST.atStartOfDay(WorkCalendar.ZONE)
                .plusMinutes(random.nextLong(minutes))
                .toInstant();
    }

    private static Stream<LocalDate> everyDay() {
        return FIRST.datesUntil(END);
    }

    private static Stream<Integer> numbers() {
        return Stream.of(1, 2, 5, 10);
    }
}
