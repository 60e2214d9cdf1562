package org.jiuzhu.rules;

import java.time.Period;

/**
 * The rules of casework that hold in one place.
 *
 * @param creditCommitmentRequired no application without a signed commitment
 * @param relativeFilingRequired relatives of staff who receive assistance are on file
 * @param relativeConflictExcludes nobody works on a relative's matter
 * @param reviewerMustDiffer nobody reviews an assessment of their own
 * @param twoSurveyors a home is surveyed by two
 * @param planRounds plans that may fail before a conference
 * @param referralOffers offers that may be declined before a conference
 * @param conferenceDepartments departments from which on a conference is due
 * @param conferenceForMinorAtRisk a minor at risk is a reason for a conference
 * @param recentEventWindow how long a major change counts as recent
 * @param illnessAlertValidity how long a pushed illness-poverty alert holds
 */
public record CaseRuleSet(
        boolean creditCommitmentRequired,
        boolean relativeFilingRequired,
        boolean relativeConflictExcludes,
        boolean reviewerMustDiffer,
        boolean twoSurveyors,
        int planRounds,
        int referralOffers,
        int conferenceDepartments,
        boolean conferenceForMinorAtRisk,
        CadenceMode cadenceMode,
        Period recentEventWindow,
        Period illnessAlertValidity) {}
