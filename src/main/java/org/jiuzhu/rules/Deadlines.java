package org.jiuzhu.rules;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import org.jiuzhu.calendar.WorkCalendar;
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

    /** The row behind a deadline, with its source. */
    public Ruling ruling(String step, String orgCode, @Nullable String urgency, @Nullable String tier) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("step", step);
        facts.put("urgency", urgency);
        facts.put("tier", tier);
        return rules.one("deadlines", orgCode, facts);
    }
}
