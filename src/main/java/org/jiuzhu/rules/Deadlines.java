package org.jiuzhu.rules;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.workflow.ForModels;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When a step is due and when it is reminded of, by the decision {@code deadlines} and the work calendar. A due instant
 * is exclusive: the end of 30 September is 1 October 00:00 in Asia/Shanghai. Every step has a deadline; a step the table
 * does not know is a {@link NoRule}.
 */
@ForModels
@Component("deadlines")
public class Deadlines {

    private final Rules rules;
    private final WorkCalendar calendar;
    private final Clock clock;

    Deadlines(Rules rules, WorkCalendar calendar, Clock clock) {
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** When a step that starts now is due. */
    public Date due(String step, String orgCode, @Nullable String urgency) {
        return due(step, orgCode, urgency, null);
    }

    public Date due(String step, String orgCode, @Nullable String urgency, @Nullable String tier) {
        return Date.from(dueFrom(step, orgCode, urgency, tier, clock.instant()));
    }

    /** When somebody is reminded of a step that starts now; with something due at once, at once. */
    public Date reminder(String step, String orgCode, @Nullable String urgency) {
        return reminder(step, orgCode, urgency, null);
    }

    public Date reminder(String step, String orgCode, @Nullable String urgency, @Nullable String tier) {
        return Date.from(reminderFrom(step, orgCode, urgency, tier, clock.instant()));
    }

    /** When a step that started at an instant is due; a start outside business hours counts from the next opening. */
    public Instant dueFrom(
            String step, String orgCode, @Nullable String urgency, @Nullable String tier, Instant start) {
        return Deadline.of(ruling(step, orgCode, urgency, tier)).due(calendar, start);
    }

    public Instant reminderFrom(
            String step, String orgCode, @Nullable String urgency, @Nullable String tier, Instant start) {
        return Deadline.of(ruling(step, orgCode, urgency, tier)).reminder(calendar, start);
    }

    /**
     * When something is due that is counted from an overdue instant: its day is not counted, workday or not, and business
     * hours play no part.
     *
     * @param overdueAt a window's end, exclusive: September ends on 1 October, the day from which is counted
     */
    public Date dueAfter(String step, String orgCode, @Nullable String tier, Date overdueAt) {
        LocalDate day = LocalDate.ofInstant(overdueAt.toInstant(), WorkCalendar.ZONE);
        return Date.from(Deadline.of(ruling(step, orgCode, null, tier)).dueAfter(calendar, day));
    }

    /**
     * When a visit owed within a period is reminded of.
     *
     * @param end exclusive
     */
    public Instant visitReminder(Per per, LocalDate start, LocalDate end, String orgCode, String tier) {
        String step =
                switch (per) {
                    case DAY -> "visitReminderDay";
                    case WEEK -> "visitReminderWeek";
                    case MONTH -> "visitReminderMonth";
                    case QUARTER -> "visitReminderQuarter";
                    case HALF_YEAR -> "visitReminderHalfYear";
                    case NONE -> throw new IllegalArgumentException("Where nothing is owed nobody is reminded");
                };
        return PeriodReminder.of(ruling(step, orgCode, null, tier)).within(calendar, start, end);
    }

    /** The row behind a deadline, with its source. */
    public Ruling ruling(String step, String orgCode, @Nullable String urgency, @Nullable String tier) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("step", step);
        facts.put("urgency", urgency);
        facts.put("tier", tier);
        return rules.one("deadlines", orgCode, facts);
    }
}
