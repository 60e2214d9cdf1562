package org.jiuzhu.household;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a point's data table keeps of somebody beside name and numbers (HT 三(一)2(2)); null means not known.
 *
 * @param severeIllness what somebody is seriously ill with; encrypted at rest, as its date is
 * @param disabilityGrade 1 (severest) to 4
 * @param illnessAlertOn when the platform pushed an illness-poverty warning (SJ 二(三))
 * @param extraTier a tier of the street's own inclusion rule (SJ 二(三))
 * @param hukouCommittee the 12-digit code of the committee where somebody is registered; need not be one of ours
 * @param residenceAddress where somebody lives, if not where the household does
 * @param disabilityCertificate the number of the 残疾人证; encrypted at rest
 */
public record PersonDetails(
        Set<AssistanceCategory> categories,
        @Nullable SupportMode supportMode,
        @Nullable HukouKind hukouKind,
        @Nullable String hukouAddress,
        @Nullable MaritalStatus maritalStatus,
        @Nullable Employment employment,
        @Nullable String severeIllness,
        @Nullable LocalDate severeIllnessOn,
        @Nullable DisabilityKind disabilityKind,
        @Nullable Integer disabilityGrade,
        @Nullable SelfCare selfCare,
        @Nullable String guardian,
        boolean specialCare,
        @Nullable LocalDate illnessAlertOn,
        @Nullable String extraTier,
        @Nullable String hukouCommittee,
        @Nullable String residenceAddress,
        @Nullable String disabilityCertificate,
        Set<PolicyFindTag> policyFind) {

    public static final PersonDetails UNKNOWN = of(Set.of());

    /** Without what the data table asks for beside. */
    public PersonDetails(
            Set<AssistanceCategory> categories,
            @Nullable SupportMode supportMode,
            @Nullable HukouKind hukouKind,
            @Nullable String hukouAddress,
            @Nullable MaritalStatus maritalStatus,
            @Nullable Employment employment,
            @Nullable String severeIllness,
            @Nullable LocalDate severeIllnessOn,
            @Nullable DisabilityKind disabilityKind,
            @Nullable Integer disabilityGrade,
            @Nullable SelfCare selfCare,
            @Nullable String guardian,
            boolean specialCare,
            @Nullable LocalDate illnessAlertOn,
            @Nullable String extraTier) {
        this(
                categories,
                supportMode,
                hukouKind,
                hukouAddress,
                maritalStatus,
                employment,
                severeIllness,
                severeIllnessOn,
                disabilityKind,
                disabilityGrade,
                selfCare,
                guardian,
                specialCare,
                illnessAlertOn,
                extraTier,
                null,
                null,
                null,
                Set.of());
    }

    public static PersonDetails of(Set<AssistanceCategory> categories) {
        return new PersonDetails(
                categories, null, null, null, null, null, null, null, null, null, null, null, false, null, null);
    }

    /** [A] codes: the notice asks for 户籍性质 without naming its values. */
    public enum HukouKind {
        URBAN,
        RURAL,
        OTHER_PROVINCE
    }

    /** GB/T 2261.2. */
    public enum MaritalStatus {
        SINGLE(10),
        MARRIED(20),
        FIRST_MARRIAGE(21),
        REMARRIED(22),
        RESTORED(23),
        WIDOWED(30),
        DIVORCED(40),
        NOT_STATED(90);

        private final int code;

        MaritalStatus(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    public enum Employment {
        EMPLOYED,
        FLEXIBLE,
        SEEKING,
        UNABLE,
        RETIRED,
        STUDENT
    }

    public enum DisabilityKind {
        VISION,
        HEARING,
        SPEECH,
        PHYSICAL,
        INTELLECTUAL,
        MENTAL,
        MULTIPLE
    }

    public enum SelfCare {
        FULL,
        PARTLY,
        NONE
    }
}
