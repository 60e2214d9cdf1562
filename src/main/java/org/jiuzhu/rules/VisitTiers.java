package org.jiuzhu.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Recommends a visit tier (decision {@code visit-tier}); the mode comes from the organisation's profile. */
@Component
public class VisitTiers {

    private static final String DECISION = "visit-tier";
    private static final List<String> QUESTIONS = List.of(
            "active",
            "recipient",
            "hardship",
            "dibaoOrMarginal",
            "destitute",
            "recentMajorChange",
            "centralSupport",
            "aged70",
            "inDatabase",
            "seriouslyIllOrDisabled",
            "illnessAlert",
            "specialCare");
    private static final String EXTRA_TIER = "extraTier";
    /** More unknown facts than this are all named, instead of trying every answer to them. */
    private static final int MOST_TRIED = 5;

    private final Rules rules;
    private final CaseRules caseRules;

    VisitTiers(Rules rules, CaseRules caseRules) {
        this.rules = rules;
        this.caseRules = caseRules;
    }

    /**
     * @param facts the inputs of {@code visit-tier} by name, except the mode; a fact that is null or left out is unknown,
     *     but no {@code extraTier} means that no street rule includes the person
     * @throws IllegalArgumentException for a fact that the table does not ask for
     */
    public TierAdvice recommend(String orgCode, Map<String, ? extends @Nullable Object> facts) {
        var inputs = inputs(facts);
        inputs.put("mode", caseRules.ruling(orgCode, "cadenceMode").text("value"));
        var ruling = rules.oneForAll(DECISION, inputs);
        return new TierAdvice(tier(ruling), ruling.text("reason"), dataGap(inputs), ruling);
    }

    private static Map<String, @Nullable Object> inputs(Map<String, ? extends @Nullable Object> facts) {
        var inputs = new HashMap<String, @Nullable Object>();
        QUESTIONS.forEach(question -> inputs.put(question, null));
        inputs.put(EXTRA_TIER, null);
        facts.forEach((name, value) -> {
            if (!inputs.containsKey(name)) {
                throw new IllegalArgumentException("The decision visit-tier asks for no " + name);
            }
            inputs.put(name, value);
        });
        return inputs;
    }

    /** An unknown fact is missing if, for some answer to the other unknown ones, its answer changes the tier. */
    private Set<String> dataGap(Map<String, @Nullable Object> inputs) {
        var unknown = QUESTIONS.stream()
                .filter(question -> inputs.get(question) == null)
                .toList();
        if (unknown.size() > MOST_TRIED) {
            return new LinkedHashSet<>(unknown);
        }
        var tiers = new ArrayList<Tier>();
        for (var answers = 0; answers < 1 << unknown.size(); answers++) {
            var tried = new HashMap<>(inputs);
            for (var i = 0; i < unknown.size(); i++) {
                tried.put(unknown.get(i), (answers & 1 << i) != 0);
            }
            tiers.add(tier(rules.oneForAll(DECISION, tried)));
        }
        var missing = new LinkedHashSet<String>();
        for (var i = 0; i < unknown.size(); i++) {
            for (var answers = 0; answers < tiers.size(); answers++) {
                if (tiers.get(answers) != tiers.get(answers ^ 1 << i)) {
                    missing.add(unknown.get(i));
                }
            }
        }
        return missing;
    }

    private static Tier tier(Ruling ruling) {
        return Tier.valueOf(ruling.text("tier"));
    }
}
