package org.jiuzhu.rules;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Proposes a class after an assessment (decision {@code policy-find-class}); a person classifies. */
@Component
public class PolicyFindClasses {

    /** @param ruling its output {@code reason} is the message key {@code rules.policyFind.reason.<reason>} */
    public record Proposal(PolicyFindClass policyFindClass, String reason, Ruling ruling) {}

    private final Rules rules;

    PolicyFindClasses(Rules rules) {
        this.rules = rules;
    }

    /**
     * @param covered whether a policy covers the household
     * @param policyMatch whether a policy, or a further one, seems to match
     * @param highestRisk the highest of the six dimensions' risks, 0 to 3
     * @param attention whether the assessor wants attention for other reasons
     */
    public Proposal propose(String orgCode, boolean covered, boolean policyMatch, int highestRisk, boolean attention) {
        var ruling = rules.one(
                "policy-find-class",
                orgCode,
                Map.of(
                        "covered", covered,
                        "policyMatch", policyMatch,
                        "highestRisk", highestRisk,
                        "attention", attention));
        return new Proposal(PolicyFindClass.valueOf(ruling.text("class")), ruling.text("reason"), ruling);
    }
}
