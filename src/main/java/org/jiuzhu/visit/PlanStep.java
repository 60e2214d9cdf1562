package org.jiuzhu.visit;

import java.time.LocalDate;
import java.util.List;

/**
 * What somebody's plan demands from a day on, until the next step.
 *
 * @param duties what is owed in the calendar's periods; none once nobody is to be visited any more
 * @param onNodes what is owed in addition while a special node lasts
 * @param reason why the plan changed that day, a code: {@code ENTERED}, {@code TIER}, {@code DEATH}, {@code MOVED_OUT},
 *     {@link #RULES}, {@link #RULES_AT_ONCE}
 */
public record PlanStep(LocalDate from, List<Duty> duties, List<Duty> onNodes, String reason) {

    /** The rules changed, and nothing about the person: what is open is finished as it was opened. */
    public static final String RULES = "RULES";

    /** The rules changed, and what is open goes over to them that day. */
    public static final String RULES_AT_ONCE = "RULES_AT_ONCE";

    public PlanStep {
        duties = List.copyOf(duties);
        onNodes = List.copyOf(onNodes);
    }

    boolean isEnd() {
        return duties.isEmpty();
    }

    boolean letsOpenFinish() {
        return reason.equals(RULES);
    }

    boolean replacesOpen() {
        return reason.equals(RULES_AT_ONCE);
    }
}
