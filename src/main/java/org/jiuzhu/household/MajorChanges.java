package org.jiuzhu.household;

import java.util.Map;
import org.jiuzhu.lifecycle.CircumstancesChanged;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.TaskSubject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A change that a consultant writes down at once, without a report: whoever cares for the household hears of it. */
@Component
@Transactional
public class MajorChanges {

    private final People people;
    private final Memberships memberships;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    MajorChanges(People people, Memberships memberships, Timeline timeline, ApplicationEventPublisher events) {
        this.people = people;
        this.memberships = memberships;
        this.timeline = timeline;
        this.events = events;
    }

    /** @return whether it was new; known already, it does nothing */
    public boolean record(long personId, NewMajorChange change, Actor by) {
        boolean news = people.recordChange(personId, change, by);
        if (news) {
            memberships.homeOf(personId).ifPresent(home -> tell(home, personId, change, by));
        }
        return news;
    }

    private void tell(Household home, long personId, NewMajorChange change, Actor by) {
        TaskSubject about = new TaskSubject(
                home.number(),
                home.id(),
                personId,
                null,
                null,
                home.place().districtCode(),
                home.place().streetCode(),
                home.place().pointCode(),
                null,
                change.alert() ? Urgency.URGENT : Urgency.NORMAL);
        timeline.add(
                "change.recorded",
                about,
                null,
                by,
                Map.of("change", change.kind().name()));
        events.publishEvent(
                new CircumstancesChanged(home.id(), personId, change.kind().name(), change.alert()));
    }
}
