package org.jiuzhu.cadence;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.cadence.Window.Closing;
import org.jiuzhu.calendar.Calendars;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.servicerecord.ServiceMode;
import org.junit.jupiter.api.Test;

class WindowStateTest {

    private static final WorkCalendar CALENDAR = Calendars.shipped();

    private static final Window SEPTEMBER = new Window(
            Span.of(Per.MONTH, parse("2026-09-01")),
            parse("2026-09-03"),
            new Duty(Per.MONTH, 1, Channels.HOME_PHONE_VIDEO, false),
            false,
            null);

    @Test
    void aVisitOnTheLastDayMeetsTheWindowAndOneOnTheNextDayDoesNot() {
        assertThat(on("2026-10-09", done("2026-09-30"))).isEqualTo(DueState.MET);
        assertThat(on("2026-10-09", done("2026-10-01"))).isEqualTo(DueState.MISSED);
    }

    @Test
    void aVisitBeforeItWasOwedCountsAsLongAsItLiesInTheWindow() {
        assertThat(on("2026-10-09", done("2026-09-01"))).isEqualTo(DueState.MET);
        assertThat(on("2026-10-09", done("2026-08-31"))).isEqualTo(DueState.MISSED);
    }

    @Test
    void itIsOverAtTheInstantInWhichTheMonthEndsNotAtAWorkday() {
        assertThat(state(Instant.parse("2026-09-30T15:59:59Z")).state()).isEqualTo(DueState.DUE);
        assertThat(state(Instant.parse("2026-09-30T16:00:00Z")).state()).isEqualTo(DueState.MISSED);
        assertThat(on("2026-09-03")).isEqualTo(DueState.UPCOMING);
    }

    @Test
    void aRefusalIsAttemptedAndAnEmptyHouseIsMissed() {
        assertThat(on("2026-10-09", new Contact(parse("2026-09-20"), ServiceMode.VISIT, Outcome.REFUSED)))
                .isEqualTo(DueState.ATTEMPTED);
        assertThat(on("2026-10-09", new Contact(parse("2026-09-20"), ServiceMode.VISIT, Outcome.NOT_HOME)))
                .isEqualTo(DueState.MISSED);
    }

    @Test
    void anEmptyHouseOnThreeDifferentDaysIsAttempted() {
        Contact first = notHome("2026-09-08");
        Contact second = notHome("2026-09-15");

        assertThat(on("2026-10-09", first, second, second)).isEqualTo(DueState.MISSED);
        assertThat(on("2026-10-09", first, second, notHome("2026-10-01")))
                .as("the third day lies after the window")
                .isEqualTo(DueState.MISSED);
        assertThat(on("2026-10-09", first, second, notHome("2026-09-28"))).isEqualTo(DueState.ATTEMPTED);
        assertThat(on("2026-09-29", first, second, notHome("2026-09-28")))
                .as("while it lasts somebody may still be met")
                .isEqualTo(DueState.DUE);
    }

    @Test
    void aLateVisitMakesUpForAMissAndChangesNoFigure() {
        List<Contact> late = List.of(notHome("2026-09-20"), done("2026-10-05"), done("2026-10-20"));

        assertThat(WindowState.madeUpOn(SEPTEMBER, late)).isEqualTo(parse("2026-10-05"));
        assertThat(WindowState.of(SEPTEMBER, late, 3, noon("2026-10-21"), CALENDAR))
                .isEqualTo(new WindowState(DueState.MISSED, 0));
        assertThat(WindowState.madeUpOn(SEPTEMBER, List.of(done("2026-09-20"), done("2026-10-05"))))
                .as("nothing is owed any more")
                .isNull();
    }

    @Test
    void twoOwedAndOneMadeLeaveOneToMakeUp() {
        var twice = new Window(
                Span.of(Per.WEEK, parse("2026-09-07")),
                parse("2026-09-07"),
                new Duty(Per.WEEK, 2, Channels.HOME, true),
                false,
                null);
        Contact phone = new Contact(parse("2026-09-14"), ServiceMode.PHONE, Outcome.DONE);

        assertThat(WindowState.madeUpOn(twice, List.of(done("2026-09-08"), phone, done("2026-09-16"))))
                .isEqualTo(parse("2026-09-16"));
        assertThat(WindowState.madeUpOn(twice, List.of(done("2026-09-15"), done("2026-09-15"))))
                .isNull();
    }

    @Test
    void onlyTheChannelsOfTheDutyCount() {
        var atHome = new Window(
                Span.of(Per.WEEK, parse("2026-09-07")),
                parse("2026-09-07"),
                new Duty(Per.WEEK, 2, Channels.HOME, true),
                false,
                null);
        Contact phone = new Contact(parse("2026-09-08"), ServiceMode.PHONE, Outcome.DONE);
        Contact tuesday = done("2026-09-08");
        Contact friday = done("2026-09-11");

        assertThat(WindowState.of(atHome, List.of(phone, tuesday, tuesday), 3, noon("2026-09-20"), CALENDAR)
                        .done())
                .as("two on one day are one")
                .isEqualTo(1);
        assertThat(WindowState.of(atHome, List.of(tuesday, friday), 3, noon("2026-09-20"), CALENDAR)
                        .state())
                .isEqualTo(DueState.MET);
    }

    @Test
    void aClosedWindowIsCancelledUnlessItWasMet() {
        Window closed = SEPTEMBER.closed(parse("2026-09-10"), Closing.Kind.SUPERSEDED, "TIER");

        assertThat(WindowState.of(closed, List.of(), 3, noon("2026-09-11"), CALENDAR)
                        .state())
                .isEqualTo(DueState.CANCELLED);
        assertThat(WindowState.of(closed, List.of(), 3, noon("2026-09-09"), CALENDAR)
                        .state())
                .as("the day before, it was still owed")
                .isNotEqualTo(DueState.CANCELLED);
        assertThat(WindowState.of(closed, List.of(done("2026-09-05")), 3, noon("2026-09-11"), CALENDAR)
                        .state())
                .isEqualTo(DueState.MET);
    }

    @Test
    void whatHappensAfterItsClosingDoesNotMeetIt() {
        Window closed = SEPTEMBER.closed(parse("2026-09-10"), Closing.Kind.CANCELLED, "DEATH");

        assertThat(WindowState.of(closed, List.of(done("2026-09-11")), 3, noon("2026-10-09"), CALENDAR))
                .isEqualTo(new WindowState(DueState.CANCELLED, 0));
        assertThat(WindowState.of(closed, List.of(done("2026-09-10")), 3, noon("2026-10-09"), CALENDAR)
                        .state())
                .as("a visit on the very day was made")
                .isEqualTo(DueState.MET);
    }

    private static DueState on(String day, Contact... contacts) {
        return WindowState.of(SEPTEMBER, List.of(contacts), 3, noon(day), CALENDAR)
                .state();
    }

    private static WindowState state(Instant now) {
        return WindowState.of(SEPTEMBER, List.of(), 3, now, CALENDAR);
    }

    private static Contact done(String day) {
        return new Contact(parse(day), ServiceMode.VISIT, Outcome.DONE);
    }

    private static Contact notHome(String day) {
        return new Contact(parse(day), ServiceMode.VISIT, Outcome.NOT_HOME);
    }

    private static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(WorkCalendar.ZONE).toInstant();
    }
}
