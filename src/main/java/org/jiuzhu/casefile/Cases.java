package org.jiuzhu.casefile;

import java.time.Clock;
import java.util.Map;
import org.jiuzhu.lifecycle.CaseClosed;
import org.jiuzhu.rules.CaseRules;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.ForModels;
import org.jiuzhu.workflow.Holds;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What assistance-case asks and announces. */
@Component("cases")
@ForModels
@Transactional
public class Cases {

    private final CaseRepository cases;
    private final PlanRepository plans;
    private final CaseLeads leads;
    private final CaseRules rules;
    private final Timeline timeline;
    private final Holds holds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cases(
            CaseRepository cases,
            PlanRepository plans,
            CaseLeads leads,
            CaseRules rules,
            Timeline timeline,
            Holds holds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.plans = plans;
        this.leads = leads;
        this.rules = rules;
        this.timeline = timeline;
        this.holds = holds;
        this.events = events;
        this.clock = clock;
    }

    /** Whether another plan may be tried before a conference has to decide. */
    public boolean mayReplan(long caseId) {
        int tried = plans.findFirstByCaseIdOrderByRoundDescVersionDesc(caseId)
                .map(ServicePlan::round)
                .orElse(0);
        return tried < rules.of(get(caseId).place().orgCode()).planRounds();
    }

    /** Closes the case and lets everybody know whose leads it grew from. */
    public void announceOutcome(long caseId) {
        AssistanceCase over = get(caseId);
        over.closed(clock.instant());
        cases.flush();
        holds.liftAll(caseId);
        String outcome = String.valueOf(over.outcome());
        timeline.add("case.closed", over.subject(), null, Actor.machine(Actor.SYSTEM), Map.of("outcome", outcome));
        events.publishEvent(new CaseClosed(caseId, over.number(), over.householdId(), leads.of(caseId), outcome));
    }

    private AssistanceCase get(long caseId) {
        return cases.findById(caseId).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "casefile.notFound"));
    }
}
