package org.jiuzhu.visit;

import java.time.Instant;
import java.util.List;
import org.jiuzhu.cadence.PlanStep;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Tier;

/**
 * A step of somebody's plan as it was taken.
 *
 * @param tierReason the reason code of {@code visit-tier}, message key {@code rules.tier.reason.<code>}
 * @param profile the jurisdiction profile whose cadence answered
 * @param rules the versions of the decisions that answered, {@code visit-tier:1 visit-cadence:2}
 * @param attemptDays on how many days nobody must have been at home for a window of this step to read attempted
 * @param place where the person belonged on that day
 */
public record TakenStep(
        long id,
        long personId,
        PlanStep step,
        Tier tier,
        String tierReason,
        String profile,
        String rules,
        int attemptDays,
        Place place,
        Instant recordedAt,
        String recordedBy) {

    /**
     * The steps that hold. One that was told later and holds from an earlier day, a death, takes the place of all that
     * was told before it of the days after.
     *
     * @param taken by their days, of one day as they were told
     */
    static List<TakenStep> inForce(List<TakenStep> taken) {
        return taken.stream()
                .filter(step -> taken.stream()
                        .noneMatch(told -> told.id > step.id && told.step.from().isBefore(step.step.from())))
                .toList();
    }

    /** Whether a change says nothing new: the same demand for the same reasons, or still none. */
    boolean says(VisitPlans.Change change, int attemptDaysNow) {
        if (step.isEnd() && change.step().isEnd()) {
            // What other rules left open goes on until something happens to the person.
            return tier == change.tier() && (!step.letsOpenFinish() || tierReason.equals(change.tierReason()));
        }
        return step.duties().equals(change.step().duties())
                && step.onNodes().equals(change.step().onNodes())
                && tier == change.tier()
                && tierReason.equals(change.tierReason())
                && profile.equals(change.profile())
                && rules.equals(change.rules())
                && attemptDays == attemptDaysNow
                && place.equals(change.place());
    }
}
