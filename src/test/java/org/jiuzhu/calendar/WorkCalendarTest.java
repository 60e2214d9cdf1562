package org.jiuzhu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkCalendarTest {

    private final WorkCalendar calendar = Calendars.shipped();

    @Test
    void theYear2026Has248Workdays() {
        assertThat(Year.of(2026).atDay(1).datesUntil(Year.of(2027).atDay(1)).filter(calendar::isWorkday))
                .hasSize(248);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10", "2026-07-06"
            })
    void makeUpDaysAndOrdinaryWeekdaysAreWorked(LocalDate day) {
        assertThat(calendar.isWorkday(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-01-03",
                "2026-02-15",
                "2026-02-23",
                "2026-04-06",
                "2026-05-05",
                "2026-06-19",
                "2026-09-25",
                "2026-10-01",
                "2026-10-07",
                "2026-07-04",
                "2026-07-05"
            })
    void holidaysAndOrdinaryWeekendsAreNot(LocalDate day) {
        assertThat(calendar.isWorkday(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-06, 3, 2026-07-09",
        "2026-07-08, 5, 2026-07-15",
        "2026-10-01, 1, 2026-10-08",
        "2026-09-30, 1, 2026-10-08",
        "2026-10-08, 2, 2026-10-10",
        "2026-10-08, -1, 2026-09-30",
        "2026-02-13, 1, 2026-02-14",
        "2026-02-14, 1, 2026-02-24",
        "2026-07-04, 0, 2026-07-04",
        "2026-07-04, 1, 2026-07-06",
    })
    void theStartDayIsNotCounted(LocalDate start, int workdays, LocalDate expected) {
        assertThat(calendar.addWorkdays(start, workdays)).isEqualTo(expected);
    }

    @Test
    void remindersOfSeptemberFallOnItsLastFiveWorkdays() {
        assertThat(calendar.lastWorkdays(YearMonth.of(2026, 9), 5))
                .extracting(LocalDate::getDayOfMonth)
                .containsExactly(23, 24, 28, 29, 30);
        assertThat(calendar.nthLastWorkday(YearMonth.of(2026, 9), 5)).isEqualTo("2026-09-23");
    }

    @Test
    void theLastWorkdayOfFebruaryIsAWorkedSaturday() {
        assertThat(calendar.nthLastWorkday(YearMonth.of(2026, 2), 1)).isEqualTo("2026-02-28");
    }

    @Test
    void aQuarterHasItsOwnLastWorkdays() {
        assertThat(calendar.lastWorkdays(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 10, 1), 10))
                .hasSize(10)
                .startsWith(LocalDate.of(2026, 9, 17))
                .contains(LocalDate.of(2026, 9, 20))
                .endsWith(LocalDate.of(2026, 9, 30));
    }

    @Test
    void aPeriodShorterThanTheReminderAnswersWhatItHas() {
        assertThat(calendar.lastWorkdays(LocalDate.of(2026, 9, 25), LocalDate.of(2026, 9, 29), 5))
                .containsExactly(LocalDate.of(2026, 9, 28));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-06, P30D, 2026-08-05",
        "2026-09-03, P30D, 2026-10-08",
        "2026-01-31, P1M, 2026-02-28",
        "2025-11-30, P3M, 2026-02-28",
        "2024-02-29, P1Y, 2025-02-28",
        "2026-03-10, P6M, 2026-09-10",
        "2026-06-04, P1M, 2026-07-06",
    })
    void calendarPeriodsEndAtMonthEndAndRollForward(LocalDate start, Period period, LocalDate expected) {
        assertThat(calendar.deadlineAfter(start, period)).isEqualTo(expected);
    }

    @Test
    void aDeadlineEndsAt24OClock() {
        assertThat(calendar.deadlineEnd(LocalDate.of(2026, 9, 30))).isEqualTo(at("2026-10-01T00:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-06T09:00, 2026-07-06T09:00",
        "2026-07-06T17:59, 2026-07-06T17:59",
        "2026-07-06T18:00, 2026-07-07T09:00",
        "2026-07-06T06:30, 2026-07-06T09:00",
        "2026-07-04T11:00, 2026-07-06T09:00",
        "2026-09-30T18:01, 2026-10-08T09:00",
        "2026-10-10T10:00, 2026-10-10T10:00",
    })
    void whatArrivesAfterHoursArrivesAtTheNextOpening(LocalDateTime at, LocalDateTime expected) {
        assertThat(calendar.arrival(at(at))).isEqualTo(at(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-06T10:00, 4, 2026-07-06T14:00",
        "2026-07-06T14:00, 4, 2026-07-06T18:00",
        "2026-07-06T16:30, 4, 2026-07-07T11:30",
        "2026-07-06T18:00, 4, 2026-07-07T13:00",
        "2026-07-06T23:59, 4, 2026-07-07T13:00",
        "2026-07-03T17:00, 4, 2026-07-06T12:00",
        "2026-09-30T17:00, 4, 2026-10-08T12:00",
        "2026-07-06T09:00, 9, 2026-07-06T18:00",
        "2026-07-06T09:00, 10, 2026-07-07T10:00",
        "2026-07-06T10:00, 0, 2026-07-06T10:00",
    })
    void workingHoursStandStillAtNight(LocalDateTime from, int hours, LocalDateTime expected) {
        assertThat(calendar.plusWorkingHours(at(from), hours)).isEqualTo(at(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-07T11:30, 4, 2026-07-06T16:30",
        "2026-10-08T12:00, 4, 2026-09-30T17:00",
        "2026-07-06T18:00, 4, 2026-07-06T14:00",
        "2026-07-05T12:00, 1, 2026-07-03T17:00",
        "2026-07-06T20:00, 1, 2026-07-06T17:00",
        "2026-07-06T08:00, 1, 2026-07-03T17:00",
    })
    void workingHoursAreTakenBackTheSameWay(LocalDateTime from, int hours, LocalDateTime expected) {
        assertThat(calendar.minusWorkingHours(at(from), hours)).isEqualTo(at(expected));
    }

    @Test
    void aYearWithoutDataKnowsTheFixedHolidaysAndSaysThatItIsProvisional() {
        assertThat(calendar.isProvisional(2027)).isTrue();
        assertThat(calendar.isProvisional(2026)).isFalse();
        assertThat(calendar.isWorkday(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(calendar.isWorkday(LocalDate.of(2027, 10, 1))).isFalse();
        assertThat(calendar.isWorkday(LocalDate.of(2027, 10, 4))).isTrue();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> calendar.nthLastWorkday(YearMonth.of(2026, 9), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BusinessHours(LocalTime.of(18, 0), LocalTime.of(9, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(WorkCalendar.ZONE).toInstant();
    }
}
