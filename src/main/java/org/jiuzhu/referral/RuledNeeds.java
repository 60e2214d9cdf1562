package org.jiuzhu.referral;

import java.util.Objects;
import org.jiuzhu.household.Intervention;
import org.jiuzhu.household.Need;
import org.jiuzhu.household.Needs;
import org.jiuzhu.lifecycle.ConferenceRulings;
import org.springframework.stereotype.Component;

/** A need that a conference has found another way for is planned anew; the case then carries that way out. */
@Component
class RuledNeeds {

    private final Needs needs;
    private final ConferenceRulings conferences;

    RuledNeeds(Needs needs, ConferenceRulings conferences) {
        this.needs = needs;
        this.conferences = conferences;
    }

    void plan(long needId, long conferenceId, String decision) {
        Need need = needs.get(needId);
        needs.plan(
                needId,
                Intervention.valueOf(decision),
                Objects.requireNonNullElse(need.goal(), ""),
                null,
                conferences.resourceOf(conferenceId).orElse(null));
    }
}
