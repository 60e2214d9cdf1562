package org.jiuzhu.assessment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jiuzhu.workflow.FormAnswers;
import org.jspecify.annotations.Nullable;

/** Reads a {@link RiskReport} out of the risk form's answers. */
public final class RiskAnswers {

    private RiskAnswers() {}

    public static RiskReport report(Map<String, @Nullable Object> values) {
        var answers = new FormAnswers(values);
        List<String> needs = Stream.of("livingNeeds", "socialWorkNeeds", "employmentNeeds")
                .flatMap(list -> answers.choices(list).stream())
                .toList();
        return new RiskReport(
                new RiskScores(
                        risk(answers, RiskDimension.ECONOMY),
                        risk(answers, RiskDimension.HEALTH),
                        risk(answers, RiskDimension.EDUCATION),
                        risk(answers, RiskDimension.HOUSING),
                        risk(answers, RiskDimension.EMPLOYMENT),
                        risk(answers, RiskDimension.PARTICIPATION)),
                needs,
                answers.choice("willingness", RiskReport.Willingness.class),
                Set.copyOf(answers.choices("declinedNeeds")),
                values);
    }

    private static int risk(FormAnswers answers, RiskDimension dimension) {
        return Integer.parseInt(answers.text(dimension.key() + "Risk"));
    }
}
