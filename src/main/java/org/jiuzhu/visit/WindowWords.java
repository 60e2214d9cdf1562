package org.jiuzhu.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.cadence.WindowState;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Due;
import org.jiuzhu.shared.view.Ruler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says windows in the reader's language: their period, their cadence, how they stand. */
@Component
public class WindowWords {

    private static final int SECOND_HALF = 7;

    private final DueWords due;
    private final Words words;
    private final Clock clock;

    WindowWords(DueWords due, Words words, Clock clock) {
        this.due = due;
        this.words = words;
        this.clock = clock;
    }

    /** The chip of a window. */
    public Due due(WindowState state, Span span) {
        return due.of(state.state(), span.endsAt());
    }

    /** 9月, 第3季度, 下半年, 9月21日那周, 10月1日; another year's with the year. */
    public String period(Per per, Span span) {
        LocalDate start = span.start();
        String name =
                switch (per) {
                    case DAY, NONE -> due.day(start);
                    case WEEK ->
                        span.contains(today())
                                ? words.say("visit.period.thisWeek")
                                : words.say("visit.period.WEEK", due.day(start));
                    case MONTH -> words.say("visit.period.MONTH." + start.getMonthValue());
                    case QUARTER -> words.say("visit.period.QUARTER", start.get(IsoFields.QUARTER_OF_YEAR));
                    case HALF_YEAR ->
                        words.say(
                                start.getMonthValue() < SECOND_HALF
                                        ? "visit.period.firstHalf"
                                        : "visit.period.secondHalf");
                };
        boolean dayed = per == Per.DAY || per == Per.WEEK || per == Per.NONE;
        return dayed || start.getYear() == today().getYear()
                ? name
                : words.say("visit.period.ofYear", String.valueOf(start.getYear()), name);
    }

    /** 每月 1 次. */
    public String cadence(Duty duty) {
        return words.say("visit.cadence." + duty.per(), duty.count());
    }

    /** 高风险·每月 1 次; a flat cadence is a tier of its own and needs no second name. */
    public String tier(Tier tier, Duty duty) {
        String cadence = cadence(duty);
        return tier == Tier.FLAT ? cadence : words.say("ui.tier." + tier) + words.say("ui.dot") + cadence;
    }

    /** Null where the period is a single day. */
    public @Nullable Ruler ruler(Span span, @Nullable Instant remindAt) {
        if (span.days() < 2) {
            return null;
        }
        Instant now = clock.instant();
        String days = words.say(
                "visit.ruler.days", due.day(span.start()), due.day(span.end().minusDays(1)));
        if (remindAt == null || !remindAt.isBefore(span.endsAt())) {
            return new Ruler(at(span, now), null, days);
        }
        String reminded = due.day(LocalDate.ofInstant(remindAt, WorkCalendar.ZONE));
        return new Ruler(at(span, now), at(span, remindAt), words.say("visit.ruler.reminds", days, reminded));
    }

    private static int at(Span span, Instant moment) {
        Instant start = span.start().atStartOfDay(WorkCalendar.ZONE).toInstant();
        double part = (double) Duration.between(start, moment).toMinutes()
                / Duration.between(start, span.endsAt()).toMinutes();
        return (int) Math.round(Ruler.LENGTH * Math.min(1, Math.max(0, part)));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
