package org.jiuzhu.casefile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jiuzhu.lifecycle.CircumstancesChanged;
import org.jiuzhu.lifecycle.DeathConfirmed;
import org.jiuzhu.lifecycle.DeathReversed;
import org.jiuzhu.lifecycle.HouseholdMoved;
import org.jiuzhu.lifecycle.PersonDied;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.workflow.Messages;
import org.jiuzhu.workflow.OpenWork;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a running case what happened to its household, by the case's number; without one there is nothing to tell. */
@Component
@Transactional
class CaseListeners {

    private static final String DECEASED = "PersonDeceased";

    private final CaseRepository cases;
    private final CaseReopening reopening;
    private final OpenWork work;
    private final Messages messages;

    CaseListeners(CaseRepository cases, CaseReopening reopening, OpenWork work, Messages messages) {
        this.cases = cases;
        this.reopening = reopening;
        this.work = work;
        this.messages = messages;
    }

    @EventListener
    void on(HouseholdMoved moved) {
        active(moved.householdId())
                .ifPresent(known -> messages.happen("HouseholdTransferred", known.number(), new HashMap<>()));
    }

    @EventListener
    void on(PersonDied death) {
        active(death.householdId()).ifPresent(known -> tell(known, death.personId(), "REPORTED", true));
    }

    /** Where nobody survives, the station lead's word ends the case. */
    @EventListener
    void on(DeathConfirmed death) {
        active(death.householdId()).ifPresent(known -> {
            if (!death.hasSurvivors()) {
                known.concluded(Outcome.DECEASED, "");
            }
            tell(known, death.personId(), "CONFIRMED", death.hasSurvivors());
        });
    }

    @EventListener
    void on(DeathReversed death) {
        Optional<AssistanceCase> running = active(death.householdId());
        if (running.isPresent()) {
            restore(running.get(), death.personId());
        } else {
            cases.findByHouseholdIdOrderByIdDesc(death.householdId()).stream()
                    .limit(1)
                    .filter(last -> last.outcome() == Outcome.DECEASED)
                    .forEach(last -> reopening.reopenFor(last, "DEATH_REVERSED", Actor.machine(Actor.SYSTEM)));
        }
    }

    private void restore(AssistanceCase known, long personId) {
        known.concernsAgain(personId);
        tell(known, personId, "REVERSED", true);
    }

    /** While somebody looks into one change, the next is seen with it. */
    @EventListener
    void on(CircumstancesChanged change) {
        active(change.householdId())
                .filter(known -> work.ofCase(known.id()).stream()
                        .noneMatch(item -> item.taskKey().equals("userTask_reassessCase")))
                .ifPresent(known -> {
                    Map<String, @Nullable Object> variables = new HashMap<>();
                    variables.put("changeKind", change.changeKind());
                    variables.put("changeUrgency", (change.alert() ? Urgency.URGENT : known.urgency()).name());
                    messages.happen("CircumstancesChanged", known.number(), variables);
                });
    }

    private void tell(AssistanceCase known, long personId, String deathState, boolean survivors) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("deceasedId", personId);
        variables.put("deathState", deathState);
        variables.put("survivors", survivors);
        messages.happen(DECEASED, known.number(), variables);
    }

    private Optional<AssistanceCase> active(long householdId) {
        return cases.findByHouseholdIdAndClosedAtIsNull(householdId);
    }
}
