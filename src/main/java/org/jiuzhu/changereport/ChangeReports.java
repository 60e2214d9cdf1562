package org.jiuzhu.changereport;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiuzhu.household.NewMajorChange;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.lifecycle.ActiveCases;
import org.jiuzhu.lifecycle.ActiveCases.ActiveCase;
import org.jiuzhu.lifecycle.CircumstancesChanged;
import org.jiuzhu.lifecycle.LeadDoor;
import org.jiuzhu.rules.TierAdvice;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.ForModels;
import org.jiuzhu.workflow.TaskSubject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What change-report's automatic steps do. */
@Component("changeReports")
@ForModels
@Transactional
public class ChangeReports {

    private final ChangeDesk desk;
    private final People people;
    private final ActiveCases cases;
    private final LeadDoor leads;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    ChangeReports(
            ChangeDesk desk,
            People people,
            ActiveCases cases,
            LeadDoor leads,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.desk = desk;
        this.people = people;
        this.cases = cases;
        this.leads = leads;
        this.timeline = timeline;
        this.events = events;
    }

    /** Writes the change down, weighs the visit tier again, and tells whoever listens; known already, it does nothing. */
    public void recordChange(long reportId) {
        ChangeReport report = desk.get(reportId);
        Person person = people.get(report.personId());
        TierAdvice before = advice(person);
        boolean news = people.recordChange(person.id(), change(report), Actor.machine(by(report)));
        TierAdvice after = advice(person);
        report.weighed(before, after, news);
        if (!news) {
            timeline.add("change.known", subject(report), null, system(), detail(report));
            return;
        }
        timeline.add("change.recorded", subject(report), null, system(), detail(report));
        if (before.tier() != after.tier()) {
            timeline.add(
                    "change.tier",
                    subject(report),
                    null,
                    system(),
                    Map.of("from", before.tier().name(), "to", after.tier().name(), "tierReason", after.reason()));
        }
        events.publishEvent(
                new CircumstancesChanged(report.householdId(), report.personId(), kind(report), report.alert()));
    }

    /** The household has no case in hand: a lead asks for one, under the report's number. */
    public void handInLead(long reportId) {
        ChangeReport report = desk.get(reportId);
        Person person = people.get(report.personId());
        String lead = leads.take(
                new LeadDoor.Told(
                        report.number(),
                        Objects.requireNonNullElse(report.findings(), report.story()),
                        false,
                        report.alert(),
                        person.name(),
                        person.idNumber(),
                        person.phone(),
                        person.place().pointCode(),
                        person.place().orgCode()),
                Actor.machine(by(report)));
        report.handedIn(lead);
        timeline.add("change.handedIn", subject(report), null, system(), Map.of("lead", lead));
    }

    private TierAdvice advice(Person person) {
        return Objects.requireNonNull(people.tierAdvice(List.of(person)).get(person.id()));
    }

    private static NewMajorChange change(ChangeReport report) {
        return new NewMajorChange(
                Objects.requireNonNull(report.foundKind()),
                Objects.requireNonNull(report.foundOn()),
                report.findings(),
                report.severity(),
                report.alert(),
                report.number());
    }

    /** Its events belong to the household's case in hand as well. */
    private TaskSubject subject(ChangeReport report) {
        return report.subject(
                cases.of(report.householdId()).map(ActiveCase::caseId).orElse(null));
    }

    private static Map<String, String> detail(ChangeReport report) {
        return Map.of("change", kind(report));
    }

    private static String kind(ChangeReport report) {
        return Objects.requireNonNull(report.foundKind()).name();
    }

    private static String by(ChangeReport report) {
        return Objects.requireNonNull(report.assessedBy());
    }

    private static Actor system() {
        return Actor.machine(Actor.SYSTEM);
    }
}
