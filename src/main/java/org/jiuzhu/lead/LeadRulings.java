package org.jiuzhu.lead;

import java.time.Instant;
import org.jiuzhu.network.Network;
import org.jiuzhu.rules.LeadDecisions;
import org.jiuzhu.rules.LeadDecisions.Priority;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the decision tables say about a lead. */
@Component
class LeadRulings {

    private final LeadDecisions rules;
    private final Network network;

    LeadRulings(LeadDecisions rules, Network network) {
        this.rules = rules;
        this.network = network;
    }

    Priority priority(Lead lead) {
        Safety safety = lead.safety();
        return rules.priority(
                lead.place().orgCode(),
                safety.dangerToLife(),
                safety.minorAtRisk(),
                safety.majorChange(),
                safety.streetPerson());
    }

    /** The function by which triage is offered: triageAtPoint, triageAtStation or triageEmergency. */
    String route(Lead lead) {
        String point = lead.place().pointCode();
        boolean somebodyThere = point != null && network.filedConsultantsAt(point) > 0;
        return rules.route(lead.place().orgCode(), lead.urgency(), lead.source().name(), somebodyThere)
                .step();
    }

    /** Exclusive; null where the source expects no answer. */
    @Nullable
    Instant replyDue(Lead lead) {
        return rules.replyDue(lead.place().orgCode(), lead.source().name(), lead.sourceDeadline(), lead.receivedAt())
                .orElse(null);
    }
}
