package org.jiuzhu.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Locale;
import org.jiuzhu.calendar.Calendars;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.rules.Deadlines;
import org.jiuzhu.rules.RulesOf;
import org.jiuzhu.rules.VisitCadence.Per;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When visits are reminded of and misses followed up, for every period and day of eleven years: 2026 with its 调休. */
class RemindersTest {

    private static final long FROM = Almanac.day(2024, 1, 1);
    private static final long UNTIL = Almanac.day(2035, 1, 1);
    private static final Deadlines PRODUCT = RulesOf.deadlines("2026-07-06T10:00");

    @Test
    void everyDayIsAWorkdayOrADayOffAsTheAlmanacSays() {
        WorkCalendar calendar = Calendars.shipped();
        for (long day = FROM; day < UNTIL; day++) {
            assertThat(calendar.isWorkday(Shipped.date(day)))
                    .as("%s", Shipped.date(day))
                    .isEqualTo(Almanac.isWorkday(day));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPeriodIsRemindedOfOnTheWorkdayThatTheAlmanacSays(Unit unit) {
        for (Notice notice : Notice.values()) {
            for (long first = unit.first(FROM); first < UNTIL; first = unit.next(first)) {
                long next = unit.next(first);
                Instant said = PRODUCT.visitReminder(
                        Per.valueOf(unit.name()),
                        Shipped.date(first),
                        Shipped.date(next),
                        Shipped.profile(notice),
                        "HIGH");
                assertThat(said)
                        .as("%s of the %s from %s", notice, unit, Shipped.date(first))
                        .isEqualTo(Reminders.reminder(unit, first, next))
                        .isBetween(midnight(first), midnight(next));
                if (unit != Unit.DAY) {
                    assertThat(Almanac.isWorkday(dayOf(said)) || dayOf(said) == first)
                            .as("%s", said)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void everyMissIsFollowedUpInWorkdaysCountedFromTheDayAfterTheOverdueInstant() {
        for (Notice notice : Notice.values()) {
            String profile = Shipped.profile(notice);
            for (long overdue = FROM; overdue < UNTIL; overdue++) {
                Date at = Date.from(midnight(overdue));
                assertThat(PRODUCT.dueAfter("explainMissedVisit", profile, "HIGH", at))
                        .as("%s explains what was overdue on %s", notice, Shipped.date(overdue))
                        .isEqualTo(Date.from(Reminders.endOf(Almanac.workdaysLater(overdue, 1))));
                assertThat(PRODUCT.dueAfter("escalateVisit", profile, "HIGH", at))
                        .isEqualTo(Date.from(Reminders.endOf(Almanac.workdaysLater(overdue, 5))));
                assertThat(PRODUCT.dueAfter("escalateVisitFurther", profile, "HIGH", at))
                        .isEqualTo(Date.from(Reminders.endOf(Almanac.workdaysLater(overdue, 10))));
            }
        }
    }

    /** Acceptance scenario 1, and the year's longest leaps. */
    @Test
    void theYearsOwnLeaps() {
        assertThat(reminded(Unit.MONTH, "2026-09-01")).isEqualTo("2026-09-23");
        assertThat(reminded(Unit.MONTH, "2026-02-01")).isEqualTo("2026-02-24");
        assertThat(reminded(Unit.WEEK, "2026-02-16")).isEqualTo("2026-02-16");
        assertThat(reminded(Unit.WEEK, "2026-09-28")).isEqualTo("2026-09-30");
        assertThat(Shipped.date(Almanac.workdaysLater(Almanac.day(2026, 10, 1), 1)))
                .isEqualTo("2026-10-08");
    }

    private static LocalDate reminded(Unit unit, String first) {
        long day = LocalDate.parse(first).toEpochDay();
        return Shipped.date(dayOf(PRODUCT.visitReminder(
                Per.valueOf(unit.name()),
                Shipped.date(day),
                Shipped.date(unit.next(day)),
                Notice.SONGJIANG.name().toLowerCase(Locale.ROOT),
                "HIGH")));
    }

    private static long dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, WorkCalendar.ZONE).toEpochDay();
    }

    private static Instant midnight(long day) {
        return Shipped.date(day)
                .atTime(LocalTime.MIDNIGHT)
                .atZone(WorkCalendar.ZONE)
                .toInstant();
    }
}
