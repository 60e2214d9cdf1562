package org.jiuzhu.changereport.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.changereport.ChangeReport;
import org.jiuzhu.changereport.ReportState;
import org.jiuzhu.household.People;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Fact;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.timeline.TimelineWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what a change report tells, and what it turned out to be. */
@Component
@Transactional(readOnly = true)
class ChangeView {

    private static final int EVENTS_SHOWN = 50;

    private final People people;
    private final Timeline timeline;
    private final TimelineWords sentences;
    private final DueWords days;
    private final Words words;

    ChangeView(People people, Timeline timeline, TimelineWords sentences, DueWords days, Words words) {
        this.people = people;
        this.timeline = timeline;
        this.sentences = sentences;
        this.days = days;
        this.words = words;
    }

    ChangePage of(ChangeReport report) {
        var events = timeline.ofHousehold(report.householdId(), EVENTS_SHOWN).stream()
                .filter(event -> event.number().equals(report.number()))
                .toList();
        return new ChangePage(
                report.number(),
                words.say("person.change." + report.kind()),
                report.cannotWait() ? "URGENT" : "NORMAL",
                report.state() == ReportState.REPORTED,
                words.say("changereport.state." + report.state()),
                report.story(),
                report.findings(),
                people.get(report.personId()).name(),
                "/people/" + report.personId(),
                reported(report),
                found(report),
                sentences.entries(events));
    }

    private List<Fact> reported(ChangeReport report) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "source", words.say("changereport.source." + report.source()));
        add(facts, "reporter", report.reporter());
        add(facts, "reportedAt", days.at(report.reportedAt()));
        add(facts, "happenedOn", day(report.happenedOn()));
        return facts;
    }

    private List<Fact> found(ChangeReport report) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "lookedOn", day(report.lookedOn()));
        add(facts, "foundKind", coded("person.change.", report.foundKind()));
        add(facts, "foundOn", day(report.foundOn()));
        add(facts, "severity", coded("person.change.severity.", report.severity()));
        add(facts, "alert", report.alert() ? words.say("person.change.alert") : null);
        add(facts, "nextStep", coded("changereport.nextStep.", report.nextStep()));
        if (report.tierBefore() != null && report.tierAfter() != null) {
            add(facts, "tier", tier(report));
        }
        add(facts, "lead", report.leadNumber());
        return facts;
    }

    private String tier(ChangeReport report) {
        String reason = words.sayOr("rules.tier.reason." + report.tierReason(), "");
        return words.say(
                "changereport.tier",
                words.say("ui.tier." + report.tierBefore()),
                words.say("ui.tier." + report.tierAfter()),
                reason);
    }

    private @Nullable String coded(String prefix, @Nullable Enum<?> code) {
        return code == null ? null : words.say(prefix + code.name());
    }

    private @Nullable String day(@Nullable LocalDate date) {
        return date == null ? null : days.day(date);
    }

    private void add(List<Fact> facts, String field, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(words.say("changereport.field." + field), value));
        }
    }
}
