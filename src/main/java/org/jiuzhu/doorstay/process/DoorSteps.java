package org.jiuzhu.doorstay.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.doorstay.DoorStay;
import org.jiuzhu.doorstay.DoorStays;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.lifecycle.LeadDoor;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.ForModels;
import org.springframework.stereotype.Component;

/** What door-stay calls. */
@Component("doorSteps")
@ForModels
public class DoorSteps {

    private final DoorStays stays;
    private final People people;
    private final LeadDoor leads;
    private final DataScopes scopes;
    private final DueWords days;
    private final Words words;

    DoorSteps(DoorStays stays, People people, LeadDoor leads, DataScopes scopes, DueWords days, Words words) {
        this.stays = stays;
        this.people = people;
        this.leads = leads;
        this.scopes = scopes;
        this.days = days;
        this.words = words;
    }

    /** When it is told further that nobody has looked after somebody who is missed from now on. */
    public Date tellFurtherAt(String orgCode) {
        return Date.from(stays.toldFurtherAt(orgCode));
    }

    /** The visitor is not safe: an emergency at that home, which point and station are told of at once. */
    public void raiseEmergency(DelegateExecution execution, String orgCode) {
        long stayId = ((Number) execution.getVariable(DoorStayProcess.STAY_ID)).longValue();
        scopes.runAsSystem("door emergency", () -> raise(stays.get(stayId), orgCode));
    }

    private void raise(DoorStay stay, String orgCode) {
        Person person = people.get(stay.personId());
        leads.take(
                new LeadDoor.Told(
                        stay.number(),
                        words.say("doorstay.notSafe", stay.byName(), days.at(stay.inAt()), stay.number()),
                        true,
                        false,
                        person.name(),
                        person.idNumber(),
                        null,
                        person.place().pointCode(),
                        orgCode),
                Actor.machine(Actor.SYSTEM));
    }
}
