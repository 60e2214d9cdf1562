package org.jiuzhu.cadence;

import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.rules.Tier;

/**
 * What somebody's plan demands from a day on, until the next step.
 *
 * @param duties what is owed in the calendar's periods; none where a tier demands no fixed number
 * @param onNodes what is owed in addition while a special node lasts
 * @param isEnd whether nobody is to be visited any more: the plan is over, not only less close
 * @param reason why the plan changed that day, a code: {@code ENTERED}, {@code TIER}, {@code DEATH}, {@code MOVED_OUT},
 *     {@link #RULES}, {@link #RULES_AT_ONCE}
 */
public record PlanStep(LocalDate from, List<Duty> duties, List<Duty> onNodes, boolean isEnd, String reason) {

    /** The rules changed, and nothing about the person: what is open is finished as it was opened. */
    public static final String RULES = "RULES";

    /** The rules changed, and what is open goes over to them that day. */
    public static final String RULES_AT_ONCE = "RULES_AT_ONCE";

    public PlanStep {
        duties = List.copyOf(duties);
        onNodes = List.copyOf(onNodes);
        if (isEnd && !duties.isEmpty()) {
            throw new IllegalArgumentException("A plan that is over owes nothing, not " + duties);
        }
    }

    /** The plan goes on. */
    public PlanStep(LocalDate from, List<Duty> duties, List<Duty> onNodes, String reason) {
        this(from, duties, onNodes, false, reason);
    }

    /** Nobody is to be visited any more: a death, a move away, off the register, opted out. */
    public static PlanStep end(LocalDate from, String reason) {
        return new PlanStep(from, List.of(), List.of(), true, reason);
    }

    /** A step to a tier; one that watches nobody and owes nothing ends the plan. */
    public static PlanStep of(LocalDate from, Tier tier, List<Duty> duties, List<Duty> onNodes, String reason) {
        return new PlanStep(from, duties, onNodes, tier == Tier.NONE && duties.isEmpty(), reason);
    }

    /** Whether what is open is finished as it was opened. */
    public boolean letsOpenFinish() {
        return reason.equals(RULES);
    }

    boolean replacesOpen() {
        return reason.equals(RULES_AT_ONCE);
    }
}
