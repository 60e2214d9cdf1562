package org.jiuzhu.referral;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.household.NeedStatus;
import org.jiuzhu.household.Needs;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.lifecycle.CaseClosed;
import org.jiuzhu.lifecycle.CaseRefiled;
import org.jiuzhu.lifecycle.ConsentWithdrawn;
import org.jiuzhu.lifecycle.ConsentWithdrawn.Consent;
import org.jiuzhu.lifecycle.DeathConfirmed;
import org.jiuzhu.lifecycle.HouseholdMoved;
import org.jiuzhu.network.Network;
import org.jiuzhu.resource.Libraries;
import org.jiuzhu.resource.Provider;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.Messages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What ends a referral before its time: consent taken back, the person's death, a move out of the area that the
 * professional point serves, the end of the whole case. The point sees it no longer from that moment.
 */
@Component
@Transactional
class ReferralStops {

    private final ReferralStore store;
    private final Referrals referrals;
    private final Needs needs;
    private final People people;
    private final Libraries libraries;
    private final Network network;
    private final Messages messages;
    private final Timeline timeline;
    private final Clock clock;

    ReferralStops(
            ReferralStore store,
            Referrals referrals,
            Needs needs,
            People people,
            Libraries libraries,
            Network network,
            Messages messages,
            Timeline timeline,
            Clock clock) {
        this.store = store;
        this.referrals = referrals;
        this.needs = needs;
        this.people = people;
        this.libraries = libraries;
        this.network = network;
        this.messages = messages;
        this.timeline = timeline;
        this.clock = clock;
    }

    @EventListener
    void on(ConsentWithdrawn withdrawn) {
        if (withdrawn.consent() == Consent.SHARING) {
            store.findByCaseIdAndSettledAtIsNull(withdrawn.caseId())
                    .forEach(referral -> stop(referral, "CONSENT", NeedStatus.UNPLACED));
            store.findByCaseIdOrderById(withdrawn.caseId()).forEach(Referral::hide);
        }
    }

    @EventListener
    void on(DeathConfirmed death) {
        store.findByHouseholdIdAndSettledAtIsNull(death.householdId()).stream()
                .filter(referral -> referral.personId() == death.personId())
                .forEach(referral -> stop(referral, "DEATH", NeedStatus.DROPPED));
    }

    /** A point that serves the new street goes on; one that is bound to its area cannot, and the need is planned anew. */
    @EventListener
    void on(HouseholdMoved moved) {
        String street = network.place(moved.toOrgCode()).streetCode();
        Set<String> serving = libraries.providers().stream()
                .filter(provider -> provider.covers(street))
                .map(Provider::ngoCode)
                .collect(Collectors.toSet());
        store.findByHouseholdIdAndSettledAtIsNull(moved.householdId()).stream()
                .filter(referral -> referral.ngoCode() != null && !serving.contains(referral.ngoCode()))
                .forEach(referral -> stop(referral, "AREA", NeedStatus.UNPLACED));
    }

    /** Nobody was told yet: it is about the right person from now on. A point that was told of the wrong one is told no more. */
    @EventListener
    void on(CaseRefiled refiled) {
        Person right = people.get(refiled.toPersonId());
        for (Referral referral : store.findByCaseIdAndSettledAtIsNull(refiled.caseId())) {
            if (referral.status() == Referral.Status.OPEN) {
                referral.concerns(right.id(), right.name(), right.phone());
            } else {
                stop(referral, "REFILED", NeedStatus.UNPLACED);
            }
        }
    }

    /** The processes end with the case's own. */
    @EventListener
    void on(CaseClosed closed) {
        store.findByCaseIdAndSettledAtIsNull(closed.caseId())
                .forEach(referral -> end(referral, "CASE_CLOSED", NeedStatus.DROPPED));
    }

    private void stop(Referral referral, String reason, NeedStatus need) {
        end(referral, reason, need);
        messages.correlate("ReferralStopped", referral.number(), Map.of());
    }

    private void end(Referral referral, String reason, NeedStatus need) {
        timeline.add(
                "referral.stopped",
                referrals.subject(referral, null),
                referral.id(),
                Actor.machine(Actor.SYSTEM),
                Map.of("reason", reason));
        referral.stop(clock.instant());
        store.flush();
        needs.settle(referral.needId(), need);
    }
}
