package org.jiuzhu.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Due;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a deadline in words: the state on the chip, the exact date beside it ("9月30日 24:00", never 0:00). */
@Component
public class DueWords {

    private final Words words;
    private final WorkCalendar calendar;
    private final Clock clock;

    DueWords(Words words, WorkCalendar calendar, Clock clock) {
        this.words = words;
        this.calendar = calendar;
        this.clock = clock;
    }

    public Due of(Instant dueAt) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        LocalDate last = DueState.lastDay(dueAt);
        DueState state = DueState.open(now, dueAt, calendar);
        String name = state.name().toLowerCase(Locale.ROOT);
        return switch (state) {
            case OVERDUE -> {
                int workdays = calendar.workdaysBetween(last, today);
                yield new Due(
                        name,
                        workdays < 1 ? words.say("due.overdueToday") : words.say("due.overdue", workdays),
                        words.say("due.was", moment(dueAt)));
            }
            case DUE ->
                last.equals(today)
                        ? new Due(
                                name,
                                endsAtMidnight(dueAt) ? words.say("due.today") : words.say("due.todayAt", time(dueAt)),
                                endsAtMidnight(dueAt)
                                        ? words.say("due.at", words.say("due.midnight"))
                                        : remaining(Duration.between(now, dueAt)))
                        : new Due(
                                name,
                                words.say("due.inDays", last.toEpochDay() - today.toEpochDay()),
                                words.say("due.at", moment(dueAt)));
            default -> new Due(name, day(last), words.say("due.at", moment(dueAt)));
        };
    }

    /**
     * The words of a period's state: what is open says how much time is left, what is over says what became of it.
     *
     * @param endsAt the period's exclusive end
     */
    public Due of(DueState state, Instant endsAt) {
        return switch (state) {
            case UPCOMING, DUE, OVERDUE -> of(endsAt);
            case MET, ATTEMPTED, MISSED, CANCELLED -> {
                String name = state.name().toLowerCase(Locale.ROOT);
                yield new Due(name, words.say("ui.due." + name), words.say("due.was", moment(endsAt)));
            }
        };
    }

    /** "9月30日 24:00"; a moment within a day keeps its hour. */
    public String moment(Instant dueAt) {
        String time = endsAtMidnight(dueAt) ? "24:00" : time(dueAt);
        return words.say("due.moment", day(DueState.lastDay(dueAt)), time);
    }

    /** A moment that has passed: "9月28日 09:12". */
    public String at(Instant moment) {
        return words.say("due.moment", day(LocalDate.ofInstant(moment, WorkCalendar.ZONE)), time(moment));
    }

    public String day(LocalDate day) {
        boolean thisYear = day.getYear()
                == LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE).getYear();
        Locale locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(words.say(thisYear ? "due.dayPattern" : "due.dayYearPattern"), locale)
                .format(day);
    }

    private String remaining(Duration left) {
        return left.toHours() > 0
                ? words.say("due.hoursLeft", left.toHours(), left.toMinutesPart())
                : words.say("due.minutesLeft", Math.max(1, left.toMinutes()));
    }

    private static boolean endsAtMidnight(Instant dueAt) {
        return LocalTime.ofInstant(dueAt, WorkCalendar.ZONE).equals(LocalTime.MIDNIGHT);
    }

    private static String time(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm").format(moment.atZone(WorkCalendar.ZONE));
    }
}
