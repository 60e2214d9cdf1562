package org.jiuzhu.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.shared.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What two consultants saw and heard at home (domain 2.3): what rules need, and all answers as given.
 *
 * @param surveyors usernames
 * @param change a recent major change, if there was one
 * @param answers by the form's keys; self-declared, not a 核对 result
 */
public record HomeSurvey(
        LocalDate surveyedOn,
        List<String> surveyors,
        int householdSize,
        int minors,
        @Nullable ChangeKind change,
        @Nullable LocalDate changeOn,
        boolean safetyRisk,
        Map<String, @Nullable Object> answers) {

    /** @param needed how many surveyors the rules want where so many are at hand */
    void check(LocalDate today, @Nullable LocalDate noticeOn, int needed, Problems problems) {
        if (surveyedOn.isAfter(today)) {
            problems.add("surveyedOn", "assessment.future");
        } else if (noticeOn != null && surveyedOn.isBefore(noticeOn)) {
            problems.add("surveyedOn", "assessment.beforeNotice");
        }
        if (surveyors.size() < needed) {
            problems.add("surveyors", "assessment.twoSurveyors");
        }
        if (minors > householdSize) {
            problems.add("minors", "assessment.minors");
        }
        if (changeOn != null && changeOn.isAfter(today)) {
            problems.add("recentChangeOn", "assessment.future");
        }
    }
}
