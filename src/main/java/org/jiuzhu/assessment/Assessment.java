package org.jiuzhu.assessment;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;

/** One assessment of a household, from notice and consent to the review; what people tell is encrypted at rest. */
@Entity
public class Assessment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    private long caseId;

    private long householdId;

    @Enumerated(EnumType.STRING)
    private AssessmentStatus status;

    private @Nullable LocalDate noticeOn;

    private @Nullable String explained;

    private @Nullable Boolean consentGiven;

    private @Nullable String consentBy;

    private @Nullable Boolean sensitiveConsent;

    private @Nullable String consentForm;

    @Convert(converter = EncryptedText.class)
    private @Nullable String refusalReason;

    private @Nullable LocalDate surveyedOn;

    private @Nullable String surveyors;

    private @Nullable Boolean safetyRisk;

    @Convert(converter = EncryptedAnswers.class)
    private @Nullable Map<String, @Nullable Object> survey;

    @Embedded
    private @Nullable RiskScores scores;

    @Convert(converter = EncryptedAnswers.class)
    private @Nullable Map<String, @Nullable Object> risk;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "tier_advice"))
    @AttributeOverride(name = "reason", column = @Column(name = "tier_reason"))
    @AttributeOverride(name = "source", column = @Column(name = "tier_source"))
    private @Nullable Advice tierAdvice;

    private @Nullable String tierGap;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "class_advice"))
    @AttributeOverride(name = "reason", column = @Column(name = "class_reason"))
    @AttributeOverride(name = "source", column = @Column(name = "class_source"))
    private @Nullable Advice classAdvice;

    private @Nullable String reviewer;

    private @Nullable LocalDate reviewedOn;

    @Convert(converter = EncryptedText.class)
    private @Nullable String returnReason;

    private @Nullable String tier;

    private @Nullable String policyFindClass;

    @Convert(converter = EncryptedText.class)
    private @Nullable String decisionReason;

    private @Nullable Boolean helpNeeded;

    @Embedded
    @Column
    private Place place;

    @ForJpa
    protected Assessment() {}

    Assessment(long caseId, long householdId, Place place) {
        this.caseId = caseId;
        this.householdId = householdId;
        this.place = place;
        this.status = AssessmentStatus.OPEN;
    }

    void consent(Consent consent) {
        must(AssessmentStatus.OPEN);
        noticeOn = consent.noticeOn();
        explained = String.join(",", consent.explained().stream().sorted().toList());
        consentGiven = consent.given();
        consentBy = consent.by();
        sensitiveConsent = consent.sensitive();
        consentForm = consent.form();
        refusalReason = consent.refusalReason();
        status = consent.given() ? AssessmentStatus.CONSENTED : AssessmentStatus.CONSENT_REFUSED;
    }

    void survey(HomeSurvey found) {
        must(AssessmentStatus.CONSENTED, AssessmentStatus.RETURNED);
        surveyedOn = found.surveyedOn();
        surveyors = String.join(",", found.surveyors());
        safetyRisk = found.safetyRisk();
        survey = new HashMap<>(found.answers());
        status = AssessmentStatus.SURVEYED;
    }

    void score(RiskReport report) {
        must(AssessmentStatus.SURVEYED);
        scores = report.scores();
        risk = new HashMap<>(report.answers());
        status = AssessmentStatus.SCORED;
    }

    /** @param gap facts that nobody knows yet and on which the tier depends */
    void adviseTier(Advice advice, Set<String> gap) {
        tierAdvice = advice;
        tierGap = String.join(",", gap);
    }

    void adviseClass(Advice advice) {
        classAdvice = advice;
    }

    void review(Review review, String reviewer, LocalDate on) {
        must(AssessmentStatus.SCORED);
        this.reviewer = reviewer;
        this.reviewedOn = on;
        this.returnReason = review.returnReason();
        this.tier = review.tier();
        this.policyFindClass = review.policyFindClass();
        this.decisionReason = review.decisionReason();
        if (review.decision() == Review.Decision.APPROVED) {
            helpNeeded = review.helpNeeded();
            status = AssessmentStatus.APPROVED;
        } else {
            status = AssessmentStatus.RETURNED;
        }
    }

    private void must(AssessmentStatus... expected) {
        if (!List.of(expected).contains(status)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "assessment.movedOn");
        }
    }

    public boolean isSurveyor(String username) {
        return surveyors().contains(username);
    }

    public List<String> surveyors() {
        return split(surveyors);
    }

    private static List<String> split(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
    }

    public long id() {
        return id;
    }

    public long caseId() {
        return caseId;
    }

    public long householdId() {
        return householdId;
    }

    /** Consent was taken back before it was done. */
    void withdrawn() {
        status = AssessmentStatus.WITHDRAWN;
    }

    public AssessmentStatus status() {
        return status;
    }

    public @Nullable LocalDate noticeOn() {
        return noticeOn;
    }

    public @Nullable Boolean consentGiven() {
        return consentGiven;
    }

    public @Nullable String consentBy() {
        return consentBy;
    }

    public @Nullable LocalDate surveyedOn() {
        return surveyedOn;
    }

    public @Nullable Boolean safetyRisk() {
        return safetyRisk;
    }

    /** The survey's answers by the form's keys; empty before the survey. */
    public Map<String, @Nullable Object> surveyAnswers() {
        return survey == null ? Map.of() : survey;
    }

    public @Nullable RiskScores scores() {
        return scores;
    }

    /** The risk form's answers by its keys; empty before it was filled in. */
    public Map<String, @Nullable Object> riskAnswers() {
        return risk == null ? Map.of() : risk;
    }

    public @Nullable Advice tierAdvice() {
        return tierAdvice;
    }

    public List<String> tierGap() {
        return split(tierGap);
    }

    public @Nullable Advice classAdvice() {
        return classAdvice;
    }

    public @Nullable String reviewer() {
        return reviewer;
    }

    public @Nullable LocalDate reviewedOn() {
        return reviewedOn;
    }

    public @Nullable String returnReason() {
        return returnReason;
    }

    public @Nullable String tier() {
        return tier;
    }

    public @Nullable String policyFindClass() {
        return policyFindClass;
    }

    public @Nullable String decisionReason() {
        return decisionReason;
    }

    public @Nullable Boolean helpNeeded() {
        return helpNeeded;
    }

    public Place place() {
        return place;
    }
}
