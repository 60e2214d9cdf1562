package org.jiuzhu.visit.process;

import static org.jiuzhu.visit.process.VisitProcess.VISIT_SETTLED;
import static org.jiuzhu.visit.process.VisitProcess.WINDOW_CANCELLED;

import java.util.Map;
import org.jiuzhu.lifecycle.PersonDied;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.visit.Contact.Outcome;
import org.jiuzhu.visit.VisitRefusals;
import org.jiuzhu.visit.VisitReport.Told;
import org.jiuzhu.visit.VisitReported;
import org.jiuzhu.visit.VisitWindows;
import org.jiuzhu.visit.VisitWindows.Stored;
import org.jiuzhu.visit.WindowSettled;
import org.jiuzhu.workflow.Messages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells visits under way what happened elsewhere, in the transaction in which it happened. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SettledVisits {

    private final Messages messages;
    private final VisitWindows windows;
    private final VisitRefusals refusals;
    private final InHand inHand;
    private final DataScopes scopes;

    SettledVisits(Messages messages, VisitWindows windows, VisitRefusals refusals, InHand inHand, DataScopes scopes) {
        this.messages = messages;
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

    /** Whom a visit was refused by twice is asked by the station; who is never at home is not sought without end. */
    @EventListener
    void on(VisitReported told) {
        scopes.runAsSystem("visit told", () -> told.report().people().forEach(this::look));
    }

    private void look(Told told) {
        if (told.outcome() == Outcome.REFUSED) {
            refusals.look(told.personId());
        }
        if (told.outcome() == Outcome.NOT_HOME) {
            windows.startedOf(told.personId()).stream()
                    .map(Stored::id)
                    .filter(windows::isUnreached)
                    .forEach(windows::giveUp);
        }
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
