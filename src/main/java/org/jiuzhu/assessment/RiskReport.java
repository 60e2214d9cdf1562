package org.jiuzhu.assessment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.workflow.FormAnswers;
import org.jspecify.annotations.Nullable;

/**
 * Risk in six dimensions and the needs that follow from it.
 *
 * @param needs codes of the form's three lists: 生活类, 社会工作, 就业支持 (SJ 四(四))
 * @param declined those the household does not want
 * @param answers by the form's keys, evidence included
 */
public record RiskReport(
        RiskScores scores,
        List<String> needs,
        Willingness willingness,
        Set<String> declined,
        Map<String, @Nullable Object> answers) {

    public enum Willingness {
        ALL,
        PARTLY,
        NONE,
        NO_NEEDS
    }

    public boolean isWanted(String need) {
        return switch (willingness) {
            case ALL -> true;
            case PARTLY -> !declined.contains(need);
            case NONE, NO_NEEDS -> false;
        };
    }

    /** What stands behind a need in the household's own words, and what the surveyors call urgent. */
    String describe(Assessment assessment) {
        var wishes = new FormAnswers(assessment.surveyAnswers()).optionalText("wishes");
        var urgent = new FormAnswers(answers).optionalText("urgentDifficulties");
        return Stream.of(urgent, wishes).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    void check(Problems problems) {
        if (needs.isEmpty() != (willingness == Willingness.NO_NEEDS)) {
            problems.add("willingness", needs.isEmpty() ? "assessment.noNeeds" : "assessment.someNeeds");
        }
        if (willingness == Willingness.PARTLY && !needs.containsAll(declined)) {
            problems.add("declinedNeeds", "assessment.declinedNotNeeded");
        } else if (willingness == Willingness.PARTLY && declined.containsAll(needs)) {
            problems.add("declinedNeeds", "assessment.allDeclined");
        }
    }
}
