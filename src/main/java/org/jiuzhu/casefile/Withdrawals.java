package org.jiuzhu.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jiuzhu.lifecycle.ConsentWithdrawn;
import org.jiuzhu.lifecycle.ConsentWithdrawn.Consent;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Consent may be taken back at any time, as easily as it was given (个人信息保护法 15). What rested on it stops in the same
 * transaction; what the law asks of us goes on, and the person is told so (13(3), 35).
 */
@Component
@Transactional
public class Withdrawals {

    private final WithdrawalStore store;
    private final CaseDesk cases;
    private final Messages messages;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Withdrawals(
            WithdrawalStore store,
            CaseDesk cases,
            Messages messages,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.messages = messages;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public WithdrawnConsent get(long id) {
        return store.findById(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "casefile.notFound"));
    }

    /** Said again before the station has settled it, it changes nothing. */
    public void report(long caseId, Consent consent, LocalDate on, @Nullable String note, Actor by) {
        if (store.findFirstByCaseIdAndConsentAndSettledAtIsNull(caseId, consent).isPresent()) {
            return;
        }
        AssistanceCase about = cases.open(caseId);
        WithdrawnConsent withdrawn =
                store.save(new WithdrawnConsent(about, consent, on, note, by.username(), clock.instant()));
        timeline.add("case.consentWithdrawn", about.subject(), null, by, Map.of("consent", consent.name()));
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("withdrawalId", withdrawn.id());
        messages.happen("ConsentWithdrawn", about.number(), variables);
    }

    /** Whatever rested on the consent stops now. */
    void stopWhatRestedOnIt(long withdrawalId) {
        WithdrawnConsent withdrawn = get(withdrawalId);
        AssistanceCase about = cases.get(withdrawn.caseId());
        events.publishEvent(new ConsentWithdrawn(
                about.householdId(), about.personId(), about.id(), about.number(), withdrawn.consent()));
    }

    /** @param providersTold TOLD or NONE */
    public void settle(long withdrawalId, LocalDate noticeOn, String providersTold, Actor by) {
        WithdrawnConsent withdrawn = get(withdrawalId);
        withdrawn.settled(clock.instant());
        timeline.add(
                "case.withdrawalSettled",
                cases.get(withdrawn.caseId()).subject(),
                null,
                by,
                Map.of("on", noticeOn.toString(), "providers", providersTold));
    }
}
