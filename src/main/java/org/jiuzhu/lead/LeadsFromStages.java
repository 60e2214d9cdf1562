package org.jiuzhu.lead;

import java.util.List;
import org.jiuzhu.lifecycle.LeadDoor;
import org.jiuzhu.shared.Actor;
import org.springframework.stereotype.Component;

/** The door by which other stages hand in leads: a change about somebody unknown, or one that needs a case. */
@Component
class LeadsFromStages implements LeadDoor {

    private final LeadIntake intake;

    LeadsFromStages(LeadIntake intake) {
        this.intake = intake;
    }

    @Override
    public String take(Told told, Actor by) {
        return intake.receive(
                        new NewLead(
                                source(by),
                                told.ref(),
                                null,
                                null,
                                told.story(),
                                by.displayName(),
                                null,
                                new Said(
                                        told.name(),
                                        told.idNumber(),
                                        told.phone(),
                                        told.committeeCode(),
                                        null,
                                        null,
                                        null),
                                new Safety(told.danger() ? true : null, null, told.cannotWait() ? true : null, null),
                                told.orgCode(),
                                null,
                                List.of()),
                        by)
                .number();
    }

    private static LeadSource source(Actor by) {
        if (by.has("hotlineClient")) {
            return LeadSource.HOTLINE_12345;
        }
        return by.has("informant") ? LeadSource.INFORMANT : LeadSource.CONSULTANT_FINDING;
    }
}
