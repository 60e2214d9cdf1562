package org.jiuzhu.visit.process;

import static org.jiuzhu.visit.process.VisitProcess.VISIT_SETTLED;
import static org.jiuzhu.visit.process.VisitProcess.WINDOW_CANCELLED;

import java.util.List;
import java.util.Map;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.lifecycle.PersonDied;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.visit.VisitRefusals;
import org.jiuzhu.visit.VisitReport.Told;
import org.jiuzhu.visit.VisitReported;
import org.jiuzhu.visit.VisitWindows;
import org.jiuzhu.visit.VisitWindows.Stored;
import org.jiuzhu.visit.WindowSettled;
import org.jiuzhu.workflow.Attention;
import org.jiuzhu.workflow.Messages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells visits under way what happened elsewhere, in the transaction in which it happened. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SettledVisits {

    private static final String CONDUCT_VISIT = "userTask_conductVisit";

    /** Whoever answers for a missed visit looks after one that nobody manages to make. */
    private static final String EXPLAIN_MISSED_VISIT = "explainMissedVisit";

    private final Messages messages;
    private final Attention attention;
    private final VisitWindows windows;
    private final VisitRefusals refusals;
    private final InHand inHand;
    private final DataScopes scopes;

    SettledVisits(
            Messages messages,
            Attention attention,
            VisitWindows windows,
            VisitRefusals refusals,
            InHand inHand,
            DataScopes scopes) {
        this.messages = messages;
        this.attention = attention;
        this.windows = windows;
        this.refusals = refusals;
        this.inHand = inHand;
        this.scopes = scopes;
    }

    @EventListener
    void on(WindowSettled settled) {
        if (!inHand.has(settled.windowId())) {
            scopes.runAsSystem("visit settled", () -> tell(settled));
        }
    }

    private void tell(WindowSettled settled) {
        switch (settled.as()) {
            case MADE_UP, EXPLAINED -> messages.correlate(VISIT_SETTLED, settled.number(), Map.of());
            case MET -> met(settled.number());
            case CANCELLED, SUPERSEDED -> cancel(settled.windowId(), settled.number());
        }
    }

    /** A record that came late may say that nothing was missed after all: then nobody has to explain anything. */
    private void met(String number) {
        if (!messages.correlate(VISIT_SETTLED, number, Map.of())) {
            messages.correlate(WINDOW_CANCELLED, number, Map.of());
        }
    }

    private void cancel(long windowId, String number) {
        messages.correlate(WINDOW_CANCELLED, number, Map.of());
        windows.neverStarted(windowId);
    }

    /** Whom a visit was refused by twice is asked by the station; of whom nobody meets the point lead is told. */
    @EventListener
    void on(VisitReported told) {
        scopes.runAsSystem("visit told", () -> told.report().people().forEach(this::look));
    }

    private void look(Told told) {
        if (told.outcome() == Outcome.REFUSED) {
            refusals.look(told.personId());
        }
        if (told.outcome() == Outcome.NOT_HOME) {
            List<Stored> started = windows.startedOf(told.personId());
            started.stream().map(Stored::id).filter(windows::isAttempted).forEach(windows::giveUp);
            started.stream().filter(window -> windows.isUnreached(window.id())).forEach(this::tellLead);
        }
    }

    /** At the end of the transaction: the task of the try is done by then, and the one of the next stands open. */
    private void tellLead(Stored window) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                scopes.runAsSystem(
                        "visit unreached", () -> attention.call(window.number(), CONDUCT_VISIT, EXPLAIN_MISSED_VISIT));
            }
        });
    }

    /** Visits that are over and not yet explained stop with the others; a false report lets a round start them again. */
    @EventListener
    void on(PersonDied death) {
        scopes.runAsSystem("visits of the dead", () -> {
            windows.startedOf(death.personId()).forEach(window -> cancel(window.id(), window.number()));
            refusals.end(death.personId());
        });
    }
}
