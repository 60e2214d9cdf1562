package org.jiuzhu.visit;

import java.time.LocalDate;
import java.util.List;

/**
 * What somebody's plan demands from a day on, until the next step.
 *
 * @param duties what is owed in the calendar's periods; none once nobody is to be visited any more
 * @param onNodes what is owed in addition while a special node lasts
 * @param reason why the plan changed that day, a code: {@code ENTERED}, {@code TIER}, {@code DEATH}, {@code MOVED_OUT}
 */
public record PlanStep(LocalDate from, List<Duty> duties, List<Duty> onNodes, String reason) {

    public PlanStep {
        duties = List.copyOf(duties);
        onNodes = List.copyOf(onNodes);
    }

    boolean isEnd() {
        return duties.isEmpty();
    }
}
