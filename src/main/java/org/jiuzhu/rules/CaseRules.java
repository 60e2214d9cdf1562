package org.jiuzhu.rules;

import java.time.Period;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The rules of casework in an organisation's profile (decision {@code case-rules}). */
@Component
public class CaseRules {

    private final Rules rules;

    CaseRules(Rules rules) {
        this.rules = rules;
    }

    public CaseRuleSet of(String orgCode) {
        return new CaseRuleSet(
                ruling(orgCode, "creditCommitmentRequired").flag("value"),
                ruling(orgCode, "relativeFilingRequired").flag("value"),
                ruling(orgCode, "relativeConflictExcludes").flag("value"),
                ruling(orgCode, "reviewerMustDiffer").flag("value"),
                ruling(orgCode, "twoSurveyors").flag("value"),
                ruling(orgCode, "planRoundsBeforeConference").number("value"),
                ruling(orgCode, "referralOffersBeforeConference").number("value"),
                ruling(orgCode, "conferenceDepartments").number("value"),
                ruling(orgCode, "conferenceForMinorAtRisk").flag("value"),
                CadenceMode.valueOf(ruling(orgCode, "cadenceMode").text("value")),
                Period.parse(ruling(orgCode, "recentEventWindow").text("value")),
                Period.parse(ruling(orgCode, "illnessAlertValidity").text("value")));
    }

    /** On how many different days nobody must have been at home for a window to read attempted. */
    public int attemptDays(String orgCode) {
        return ruling(orgCode, "visitAttemptDays").number("value");
    }

    /** One rule with its source. */
    public Ruling ruling(String orgCode, String rule) {
        return rules.one("case-rules", orgCode, Map.of("rule", rule));
    }
}
