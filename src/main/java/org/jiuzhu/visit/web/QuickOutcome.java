package org.jiuzhu.visit.web;

import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.visit.VisitReport.Finding;
import org.jiuzhu.visit.VisitReport.Told;
import org.jspecify.annotations.Nullable;

/** What one tap says about a visit. */
enum QuickOutcome {
    NO_CHANGE(Outcome.DONE),
    CHANGED(Outcome.DONE),
    NOT_HOME(Outcome.NOT_HOME),
    REFUSED(Outcome.REFUSED);

    private final Outcome outcome;

    QuickOutcome(Outcome outcome) {
        this.outcome = outcome;
    }

    boolean isMet() {
        return outcome == Outcome.DONE;
    }

    /** @param emergency whether somebody's life or safety is in danger; only of a change */
    Told told(long personId, boolean emergency, @Nullable String refusalReason) {
        Finding finding =
                switch (this) {
                    case NO_CHANGE -> Finding.NO_CHANGE;
                    case CHANGED -> emergency ? Finding.EMERGENCY : Finding.CHANGED;
                    case NOT_HOME, REFUSED -> null;
                };
        return new Told(personId, outcome, finding, this == REFUSED ? refusalReason : null);
    }
}
