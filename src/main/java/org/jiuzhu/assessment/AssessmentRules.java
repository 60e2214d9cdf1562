package org.jiuzhu.assessment;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.household.PersonFacts;
import org.jiuzhu.network.Place;
import org.jiuzhu.resource.Libraries;
import org.jiuzhu.resource.Policy;
import org.jiuzhu.rules.CaseRules;
import org.jiuzhu.rules.PolicyFindClasses;
import org.jiuzhu.rules.Ruling;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.TierAdvice;
import org.jiuzhu.rules.VisitTiers;
import org.springframework.stereotype.Component;

/** What an assessment asks of the rules. */
@Component
class AssessmentRules {

    private static final int HARDSHIP = 2;

    /** Policy domains (R12) that a dimension points to [A]. */
    private static final Map<RiskDimension, Set<String>> DOMAINS = Map.of(
            RiskDimension.ECONOMY, Set.of("BASIC_LIVING"),
            RiskDimension.HEALTH, Set.of("MEDICAL", "DISABILITY"),
            RiskDimension.EDUCATION, Set.of("EDUCATION", "CHILDREN"),
            RiskDimension.HOUSING, Set.of("HOUSING"),
            RiskDimension.EMPLOYMENT, Set.of("EMPLOYMENT"),
            RiskDimension.PARTICIPATION, Set.of());

    private final VisitTiers tiers;
    private final PolicyFindClasses classes;
    private final CaseRules caseRules;
    private final Libraries libraries;
    private final Surveyors surveyors;

    AssessmentRules(
            VisitTiers tiers,
            PolicyFindClasses classes,
            CaseRules caseRules,
            Libraries libraries,
            Surveyors surveyors) {
        this.tiers = tiers;
        this.classes = classes;
        this.caseRules = caseRules;
        this.libraries = libraries;
        this.surveyors = surveyors;
    }

    TierAdvice visitTier(PersonFacts facts, Place place) {
        return tiers.recommend(place.orgCode(), facts.inputs());
    }

    Advice policyFindClass(boolean covered, RiskScores scores, boolean attention, Place place) {
        PolicyFindClasses.Proposal proposal = classes.propose(
                place.orgCode(), covered, !policies(scores, place).isEmpty(), scores.highest(), attention);
        return new Advice(
                proposal.policyFindClass().name(),
                proposal.reason(),
                proposal.ruling().source());
    }

    /** Policies in force there in the domain of a dimension that is a hardship: worth a look, no claim to them [A]. */
    List<Policy> policies(RiskScores scores, Place place) {
        return libraries.policies(place.streetCode()).stream()
                .filter(policy -> DOMAINS.entrySet().stream()
                        .anyMatch(domain -> scores.of(domain.getKey()) >= HARDSHIP
                                && domain.getValue().contains(policy.domain())))
                .toList();
    }

    /** Two, where so many are at hand (case-rules, twoSurveyors). */
    int surveyorsNeeded(Place place, long householdId) {
        boolean two = flag(place, "twoSurveyors");
        return Math.min(
                two ? 2 : 1, Math.max(1, surveyors.of(place, householdId).size()));
    }

    boolean reviewerMustDiffer(Place place) {
        return flag(place, "reviewerMustDiffer");
    }

    /** The tiers that the place's profile knows, the strictest first. */
    List<Tier> tiers(Place place) {
        EnumSet<Tier> known =
                switch (caseRules.of(place.orgCode()).cadenceMode()) {
                    case FLAT -> EnumSet.of(Tier.FLAT, Tier.ADHOC);
                    case TIERED -> EnumSet.of(Tier.HIGH, Tier.KEY, Tier.GENERAL);
                    case SPECIAL -> EnumSet.of(Tier.SPECIAL, Tier.SWEEP);
                    case UNSPECIFIED -> EnumSet.of(Tier.REGULAR);
                };
        known.add(Tier.NONE);
        return List.copyOf(known);
    }

    private boolean flag(Place place, String rule) {
        Ruling ruling = caseRules.ruling(place.orgCode(), rule);
        return ruling.flag("value");
    }
}
