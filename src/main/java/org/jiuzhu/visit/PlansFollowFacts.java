package org.jiuzhu.visit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.household.FactsChanged;
import org.jiuzhu.shared.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whoever changed is weighed once, at the end of the changing transaction and within it: a registration that tells ten
 * things, and an import of ten thousand people, ask the rules and the tables once.
 */
@Component
class PlansFollowFacts {

    /** A death, or that there was none, says more than whatever else changed with it. */
    private static final Set<String> DECISIVE = Set.of(FactsChanged.DEATH, FactsChanged.REVERSED);

    private final PlanReviews reviews;
    private final CurrentActor actors;

    PlansFollowFacts(PlanReviews reviews, CurrentActor actors) {
        this.reviews = reviews;
        this.actors = actors;
    }

    @EventListener
    void on(FactsChanged changed) {
        changes().add(changed);
    }

    private Changes changes() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Changes.class::isInstance)
                .map(Changes.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    var changes = new Changes();
                    TransactionSynchronizationManager.registerSynchronization(changes);
                    return changes;
                });
    }

    private final class Changes implements TransactionSynchronization {

        private final Map<Long, String> why = new LinkedHashMap<>();
        private final Map<Long, LocalDate> since = new HashMap<>();

        void add(FactsChanged changed) {
            if (DECISIVE.contains(changed.why())) {
                why.put(changed.personId(), changed.why());
                since.remove(changed.personId());
                if (changed.since() != null) {
                    since.put(changed.personId(), changed.since());
                }
            } else {
                why.putIfAbsent(changed.personId(), changed.why());
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            reviews.review(why, since, actors.find().orElse(Actor.machine(Actor.SYSTEM)));
        }
    }
}
