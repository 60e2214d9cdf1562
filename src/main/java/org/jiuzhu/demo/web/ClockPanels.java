package org.jiuzhu.demo.web;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.demo.DemoClock;
import org.jiuzhu.demo.web.ClockPanel.Next;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.EngineClock.DueJob;
import org.jiuzhu.workflow.Models;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what the demo clock shows and what strikes next. */
@Component
@ConditionalOnExpression("'${jiuzhu.mode}' != 'production'")
class ClockPanels {

    private final DemoClock clock;
    private final Models models;
    private final DueWords due;
    private final Words words;

    ClockPanels(DemoClock clock, Models models, DueWords due, Words words) {
        this.clock = clock;
        this.models = models;
        this.due = due;
        this.words = words;
    }

    ClockPanel panel() {
        Locale locale = LocaleContextHolder.getLocale();
        LocalDateTime now = LocalDateTime.ofInstant(clock.now(), ProductClock.ZONE);
        List<Next> next =
                clock.upcoming(2).stream().map(job -> next(job, locale)).toList();
        return new ClockPanel(
                DateTimeFormatter.ofPattern(words.say("clock.datePattern"), locale)
                        .format(now),
                DateTimeFormatter.ofPattern("EEEE HH:mm", locale).format(now),
                now.toLocalDate().plusDays(1).toString(),
                next.isEmpty() ? null : next.get(0),
                next.size() < 2 ? null : next.get(1),
                true);
    }

    private Next next(DueJob job, Locale locale) {
        return new Next(
                due.moment(job.dueAt()),
                words.say(
                        "clock.step",
                        models.processName(job.processDefinitionId(), locale),
                        models.taskName(job.processDefinitionId(), job.activityId(), locale)));
    }
}
