package org.jiuzhu.timeline;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param kind a code with a sentence in {@code messages/timeline}: {@code task.userTask_verifyLead}, {@code lead.received}
 * @param late whether it happened after its deadline
 * @param told whether another entry of the same moment says it in the step's own words
 * @param detail words and codes to show with it; encrypted at rest
 */
public record TimelineEvent(
        long id,
        Instant at,
        String kind,
        String actor,
        String actorName,
        String number,
        @Nullable String taskKey,
        @Nullable Long caseId,
        @Nullable Long leadId,
        @Nullable Long referralId,
        boolean late,
        boolean told,
        Map<String, String> detail) {}
