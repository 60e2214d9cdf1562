package org.jiuzhu.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jiuzhu.lifecycle.ActiveCases;
import org.jiuzhu.lifecycle.LeadAccepted;
import org.jiuzhu.lifecycle.LeadJoined;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Numbers;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.Haste;
import org.jiuzhu.workflow.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a case for an accepted lead, or lets the lead join the one its household already has. */
@Component
@Transactional
class CaseOpening implements ActiveCases {

    private static final Actor ENGINE = Actor.machine(Actor.SYSTEM);

    private final CaseRepository cases;
    private final CaseLeads caseLeads;
    private final Network network;
    private final Numbers numbers;
    private final Timeline timeline;
    private final Messages messages;
    private final Haste haste;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    CaseOpening(
            CaseRepository cases,
            CaseLeads caseLeads,
            Network network,
            Numbers numbers,
            Timeline timeline,
            Messages messages,
            Haste haste,
            JdbcTemplate jdbc,
            Clock clock) {
        this.cases = cases;
        this.caseLeads = caseLeads;
        this.network = network;
        this.numbers = numbers;
        this.timeline = timeline;
        this.messages = messages;
        this.haste = haste;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ActiveCase> of(long householdId) {
        return cases.findByHouseholdIdAndClosedAtIsNull(householdId).map(c -> new ActiveCase(c.id(), c.number()));
    }

    /** Of two leads accepted for one household at the same moment, the second waits and then joins. */
    @EventListener
    void on(LeadAccepted lead) {
        if (open(lead)) {
            AssistanceCase opened = active(lead.householdId());
            caseLeads.link(opened.id(), lead.leadId(), lead.receivedAt());
            timeline.add("case.opened", opened.subject(), null, ENGINE, Map.of());
            start(opened);
        } else {
            join(lead.leadId(), lead.householdId(), lead.urgency(), lead.receivedAt());
        }
    }

    @EventListener
    void on(LeadJoined lead) {
        join(lead.leadId(), lead.householdId(), lead.urgency(), lead.receivedAt());
    }

    private void join(long leadId, long householdId, Urgency urgency, Instant receivedAt) {
        AssistanceCase known = active(householdId);
        caseLeads.link(known.id(), leadId, receivedAt);
        Urgency before = known.urgency();
        known.joinedBy(urgency, receivedAt);
        if (known.urgency() != before) {
            haste.raise(known.id(), known.number(), known.urgency());
        }
        timeline.add("case.leadJoined", known.subject(), null, ENGINE, Map.of());
    }

    private boolean open(LeadAccepted lead) {
        if (of(lead.householdId()).isPresent()) {
            return false;
        }
        Place place = network.place(lead.orgCode());
        return jdbc.update(
                        """
                        insert into assistance_case (number, household_id, person_id, urgency, received_at, opened_at,
                            district_code, street_code, point_code)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (household_id) where closed_at is null do nothing
                        """,
                        numbers.next(Numbers.Kind.SH),
                        lead.householdId(),
                        lead.personId(),
                        lead.urgency().name(),
                        Timestamp.from(lead.receivedAt()),
                        Timestamp.from(clock.instant()),
                        place.districtCode(),
                        place.streetCode(),
                        place.pointCode())
                == 1;
    }

    private AssistanceCase active(long householdId) {
        return cases.lockOpen(householdId)
                .orElseThrow(() -> new Refusal(Refusal.Kind.CONFLICT, "casefile.closedMeanwhile"));
    }

    void start(AssistanceCase opened) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("caseId", opened.id());
        variables.put("householdId", opened.householdId());
        variables.put("orgCode", opened.place().orgCode());
        variables.put("urgency", opened.urgency().name());
        variables.put("tier", null);
        variables.put("replanWanted", false);
        messages.start("CaseOpened", opened.number(), variables);
    }
}
