package org.jiuzhu.workflow;

import org.jiuzhu.shared.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what a task is about, as the work list keeps it.
 *
 * @param number business number shown to people: lead, case, referral or conference
 * @param districtCode the district answerable; with street and point it decides who may see the task
 * @param pointCode the point, or null where only the street is known
 * @param ngoCode the NGO point a referral task stands at
 */
public record TaskSubject(
        String number,
        @Nullable Long householdId,
        @Nullable Long personId,
        @Nullable Long caseId,
        @Nullable Long leadId,
        String districtCode,
        String streetCode,
        @Nullable String pointCode,
        @Nullable String ngoCode,
        Urgency urgency) {}
