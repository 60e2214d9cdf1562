package org.jiuzhu.followup;

import java.time.LocalDate;
import org.jiuzhu.shared.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What a follow-up found.
 *
 * @param hazardsCleared 风险隐患排除情况
 * @param urgentRelieved 急需困难缓解情况
 * @param servicesDelivered 救助服务落实情况
 * @param nextStep what is still to do where the difficulty is not relieved
 * @param suggestion 意见建议 for the department in charge (V17)
 */
public record FollowUpReport(
        LocalDate followedOn,
        FollowUpMethod method,
        Outcome hazardsCleared,
        Outcome urgentRelieved,
        Outcome servicesDelivered,
        String householdSays,
        boolean resolved,
        @Nullable String nextStep,
        @Nullable String suggestion) {

    /** Nothing is resolved while none of the three aims was reached. */
    void check(LocalDate today, Problems problems) {
        if (followedOn.isAfter(today)) {
            problems.add("followedOn", "followup.future");
        }
        if (resolved && hazardsCleared == Outcome.NOT_YET) {
            problems.add("resolved", "followup.hazardsStand");
        }
        if (resolved && urgentRelieved == Outcome.NOT_YET) {
            problems.add("resolved", "followup.urgentStands");
        }
    }
}
