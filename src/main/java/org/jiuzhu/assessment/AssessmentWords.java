package org.jiuzhu.assessment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jiuzhu.resource.Policy;
import org.jiuzhu.rules.Ruling;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.FormAnswers;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the review form shows of an assessment, in the reader's language. */
@Component
public class AssessmentWords {

    private final Words words;
    private final AssessmentRules rules;

    AssessmentWords(Words words, AssessmentRules rules) {
        this.words = words;
        this.rules = rules;
    }

    public Map<String, Object> forReview(Assessment assessment) {
        Map<String, Object> data = new HashMap<>();
        data.put("riskSummary", riskSummary(assessment));
        data.put("needSummary", needSummary(assessment));
        data.put("tierAdvice", tierAdvice(assessment));
        data.put("classAdvice", classAdvice(assessment));
        data.put(
                "tiers",
                rules.tiers(assessment.place()).stream()
                        .map(tier -> Map.of("value", tier.name(), "label", words.say("rules.tier." + tier)))
                        .toList());
        if (assessment.tierAdvice() != null) {
            data.put("tier", assessment.tierAdvice().value());
        }
        if (assessment.classAdvice() != null) {
            data.put("policyFindClass", assessment.classAdvice().value());
        }
        return data;
    }

    public String riskSummary(Assessment assessment) {
        RiskScores scores = assessment.scores();
        if (scores == null) {
            return words.say("assessment.nothing");
        }
        var evidence = new FormAnswers(assessment.riskAnswers());
        return Arrays.stream(RiskDimension.values())
                .map(dimension -> {
                    String why = evidence.optionalText(dimension.key() + "Evidence");
                    String score = words.say("assessment.risk." + dimension) + " " + scores.of(dimension);
                    return why == null ? score : words.say("assessment.because", score, why);
                })
                .collect(joined());
    }

    public String needSummary(Assessment assessment) {
        if (assessment.riskAnswers().isEmpty()) {
            return words.say("assessment.nothing");
        }
        RiskReport report = RiskAnswers.report(assessment.riskAnswers());
        return report.needs().isEmpty()
                ? words.say("assessment.nothing")
                : report.needs().stream()
                        .map(need -> {
                            String name = words.say("need." + need);
                            return report.isWanted(need) ? name : words.say("assessment.notWanted", name);
                        })
                        .collect(joined());
    }

    private String tierAdvice(Assessment assessment) {
        Advice advice = assessment.tierAdvice();
        if (advice == null) {
            return words.say("assessment.nothing");
        }
        String text = said(advice, "rules.tier.");
        List<String> gap = assessment.tierGap();
        return gap.isEmpty()
                ? text
                : text
                        + words.say(
                                "assessment.gap",
                                gap.stream()
                                        .map(fact -> words.say("rules.fact." + fact))
                                        .collect(joined()));
    }

    private String classAdvice(Assessment assessment) {
        Advice advice = assessment.classAdvice();
        if (advice == null) {
            return words.say("assessment.nothing");
        }
        List<Policy> policies = rules.policies(Objects.requireNonNull(assessment.scores()), assessment.place());
        Locale locale = LocaleContextHolder.getLocale();
        String text = said(advice, "rules.policyFind.");
        return policies.isEmpty()
                ? text
                : text
                        + words.say(
                                "assessment.policies",
                                policies.stream()
                                        .map(policy -> policy.name(locale))
                                        .collect(joined()));
    }

    private String said(Advice advice, String key) {
        String source =
                advice.source().equals(Ruling.ASSUMPTION) ? words.say("rules.source.assumption") : advice.source();
        return words.say(
                "assessment.advice",
                words.say(key + advice.value()),
                words.say(key + "reason." + advice.reason()),
                source);
    }

    private Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(words.say("assessment.comma"));
    }
}
