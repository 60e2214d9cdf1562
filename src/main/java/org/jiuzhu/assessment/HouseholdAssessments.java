package org.jiuzhu.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.Member;
import org.jiuzhu.household.Needs;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.rules.TierAdvice;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The assessments of households, step by step as the process takes them. */
@Component
@Transactional
public class HouseholdAssessments {

    private final AssessmentRows rows;
    private final AssessmentRules rules;
    private final Households households;
    private final People people;
    private final Needs needs;
    private final Clock clock;

    HouseholdAssessments(
            AssessmentRows rows,
            AssessmentRules rules,
            Households households,
            People people,
            Needs needs,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.households = households;
        this.people = people;
        this.needs = needs;
        this.clock = clock;
    }

    public long open(long caseId, long householdId) {
        Household household = households.get(householdId);
        return rows.save(new Assessment(caseId, householdId, household.place())).id();
    }

    /** @throws Refusal NOT_FOUND if it is not there or not visible */
    @Transactional(readOnly = true)
    public Assessment get(long id) {
        return rows.findById(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "assessment.notFound"));
    }

    /** A case's latest assessment. */
    @Transactional(readOnly = true)
    public Optional<Assessment> ofCase(long caseId) {
        return rows.findByCaseIdOrderByIdDesc(caseId).stream().findFirst();
    }

    /** @throws org.jiuzhu.shared.InvalidInput by the form's field names */
    public void consent(long id, Consent consent) {
        Assessment assessment = get(id);
        var problems = new Problems();
        consent.check(today(), head(assessment).ageOn(today()), problems);
        problems.check();
        assessment.consent(consent);
    }

    /** @throws org.jiuzhu.shared.InvalidInput by the form's field names */
    public void survey(long id, HomeSurvey survey) {
        Assessment assessment = get(id);
        var problems = new Problems();
        survey.check(
                today(),
                assessment.noticeOn(),
                rules.surveyorsNeeded(assessment.place(), assessment.householdId()),
                problems);
        problems.check();
        assessment.survey(survey);
        recordChange(head(assessment), survey);
    }

    /** A change found at home counts for the tier; told again after a return it is still one change. */
    private void recordChange(Person head, HomeSurvey survey) {
        LocalDate on = survey.changeOn();
        if (survey.change() == null || on == null) {
            return;
        }
        boolean known = people.changesOf(head.id()).stream()
                .anyMatch(change ->
                        change.kind() == survey.change() && change.happenedOn().equals(on));
        if (!known) {
            people.recordChange(head.id(), survey.change(), on, null);
        }
    }

    /** @throws org.jiuzhu.shared.InvalidInput by the form's field names */
    public void score(long id, RiskReport report) {
        var problems = new Problems();
        report.check(problems);
        problems.check();
        get(id).score(report);
    }

    /** The strictest visit tier that the rules give a member of the household. */
    public Advice recommendTier(long id) {
        Assessment assessment = get(id);
        TierAdvice strictest = households.members(assessment.householdId()).stream()
                .map(Member::person)
                .map(person -> rules.visitTier(people.facts(person.id(), today()), assessment.place()))
                .min(Comparator.comparing(TierAdvice::tier))
                .orElseThrow();
        Advice advice = new Advice(
                strictest.tier().name(), strictest.reason(), strictest.ruling().source());
        assessment.adviseTier(advice, strictest.dataGap());
        return advice;
    }

    /** The class of 政策找人 that the rules propose. */
    public Advice proposeClass(long id) {
        Assessment assessment = get(id);
        boolean covered = households.members(assessment.householdId()).stream()
                .anyMatch(member -> !member.person().coveredTags().isEmpty());
        Advice advice = rules.policyFindClass(covered, scores(assessment), attention(assessment), assessment.place());
        assessment.adviseClass(advice);
        return advice;
    }

    /** Somebody wants looking after though no dimension is a hardship: a first sign, or a worry about safety [A]. */
    private static boolean attention(Assessment assessment) {
        return scores(assessment).highest() > 0 || Boolean.TRUE.equals(assessment.safetyRisk());
    }

    /**
     * Whoever surveyed does not review (case-rules, reviewerMustDiffer).
     *
     * @throws Refusal FORBIDDEN to a surveyor
     */
    @Transactional(readOnly = true, noRollbackFor = Refusal.class)
    public void checkReviewer(long id, Actor by) {
        Assessment assessment = get(id);
        if (assessment.isSurveyor(by.username()) && rules.reviewerMustDiffer(assessment.place())) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "assessment.reviewerIsSurveyor");
        }
    }

    /**
     * Decides; an approved assessment turns what was found into needs of the case.
     *
     * @throws org.jiuzhu.shared.InvalidInput by the form's field names
     * @throws Refusal FORBIDDEN to a surveyor
     */
    public void review(long id, Review review, Actor by) {
        checkReviewer(id, by);
        Assessment assessment = get(id);
        RiskReport report = RiskAnswers.report(assessment.riskAnswers());
        if (review.decision() == Review.Decision.APPROVED) {
            checkDecision(assessment, review, report);
        }
        assessment.review(review, by.username(), today());
        if (review.decision() == Review.Decision.APPROVED) {
            report.needs()
                    .forEach(need -> needs.add(
                            assessment.caseId(),
                            assessment.householdId(),
                            need,
                            report.describe(assessment),
                            report.isWanted(need)));
        }
    }

    private static void checkDecision(Assessment assessment, Review review, RiskReport report) {
        var problems = new Problems();
        boolean differs = differs(assessment.tierAdvice(), review.tier())
                || differs(assessment.classAdvice(), review.policyFindClass());
        if (differs && review.decisionReason() == null) {
            problems.add("decisionReason", "assessment.sayWhy");
        }
        if (review.helpNeeded() && report.needs().isEmpty()) {
            problems.add("helpNeeded", "assessment.helpWithoutNeeds");
        }
        problems.check();
    }

    private static boolean differs(@Nullable Advice advice, @Nullable String decided) {
        return advice != null && !advice.value().equals(decided);
    }

    private static RiskScores scores(Assessment assessment) {
        return Objects.requireNonNull(assessment.scores(), "An assessment without scores asked for a rule");
    }

    private Person head(Assessment assessment) {
        return people.get(households.get(assessment.householdId()).headPersonId());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
