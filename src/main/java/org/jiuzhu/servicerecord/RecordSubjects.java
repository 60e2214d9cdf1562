package org.jiuzhu.servicerecord;

import java.util.Optional;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.lifecycle.ActiveCases;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.TaskDesk;
import org.jiuzhu.workflow.TaskHandlers;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whom a record is about: a task's household, or a resident, with the case that is open for them. */
@Component
public class RecordSubjects {

    private final TaskDesk desk;
    private final TaskHandlers handlers;
    private final People people;
    private final Households households;
    private final ObjectProvider<ActiveCases> cases;
    private final DataScopes scopes;

    RecordSubjects(
            TaskDesk desk,
            TaskHandlers handlers,
            People people,
            Households households,
            ObjectProvider<ActiveCases> cases,
            DataScopes scopes) {
        this.desk = desk;
        this.handlers = handlers;
        this.people = people;
        this.households = households;
        this.cases = cases;
        this.scopes = scopes;
    }

    /**
     * The task's subject; the task being open to the actor is what lets the actor know the resident.
     *
     * @throws org.jiuzhu.shared.Refusal as {@link TaskDesk#open} does
     */
    public TaskSubject ofTask(String taskId, Actor by) {
        var item = desk.open(taskId, by);
        TaskSubject subject = scopes.asSystem(
                "record subject", () -> handlers.of(item.taskKey()).subject(desk.context(item)));
        boolean byNgo = subject.ngoCode() != null && subject.ngoCode().equals(by.orgCode());
        return new TaskSubject(
                subject.number(),
                subject.householdId(),
                personOf(subject),
                subject.caseId(),
                subject.leadId(),
                subject.districtCode(),
                subject.streetCode(),
                subject.pointCode(),
                byNgo ? subject.ngoCode() : null,
                subject.urgency());
    }

    /**
     * A resident with the household's open case, if there is one.
     *
     * @throws org.jiuzhu.shared.Refusal NOT_FOUND for somebody outside the scope
     */
    public TaskSubject ofPerson(long personId) {
        Place place = people.get(personId).place();
        Long household = households.findHouseholdOf(personId).orElse(null);
        Optional<ActiveCases.ActiveCase> open = household == null
                ? Optional.empty()
                : cases.stream().findFirst().flatMap(c -> c.of(household));
        return new TaskSubject(
                open.map(ActiveCases.ActiveCase::number)
                        .orElseGet(() -> household == null
                                ? ""
                                : households.get(household).number()),
                household,
                personId,
                open.map(ActiveCases.ActiveCase::caseId).orElse(null),
                null,
                place.districtCode(),
                place.streetCode(),
                place.pointCode(),
                null,
                Urgency.NORMAL);
    }

    @Nullable
    Person resident(TaskSubject about) {
        Long person = about.personId();
        return person == null ? null : scopes.asSystem("record subject", () -> people.get(person));
    }

    private @Nullable Long personOf(TaskSubject subject) {
        Long household = subject.householdId();
        if (subject.personId() != null || household == null) {
            return subject.personId();
        }
        return scopes.asSystem("record subject", () -> households.get(household).headPersonId());
    }
}
