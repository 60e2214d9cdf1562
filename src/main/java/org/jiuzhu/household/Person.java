package org.jiuzhu.household;

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
import java.time.Period;
import java.util.Set;
import org.jiuzhu.household.PersonDetails.DisabilityKind;
import org.jiuzhu.household.PersonDetails.Employment;
import org.jiuzhu.household.PersonDetails.HukouKind;
import org.jiuzhu.household.PersonDetails.MaritalStatus;
import org.jiuzhu.household.PersonDetails.SelfCare;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.ForJpa;
import org.jiuzhu.shared.IdNumber;
import org.jiuzhu.shared.Phone;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Sex;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;

/** A resident. What identifies somebody and what they are ill with is encrypted at rest. */
@Entity
public class Person {

    /** [A] grades 1 and 2 are severe. */
    static final int SEVEREST_MILD_GRADE = 3;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private int version;

    @Column
    private String name;

    @Column
    private String nameSort;

    @Convert(converter = EncryptedText.class)
    private @Nullable String idNumber;

    private @Nullable String idHash;

    @Convert(converter = EncryptedText.class)
    private @Nullable String phone;

    private @Nullable String phoneHash;

    @Convert(converter = SexCode.class)
    private Sex sex;

    private @Nullable LocalDate birthDate;

    @Convert(converter = CategoryCodes.class)
    private Set<AssistanceCategory> categories;

    @Enumerated(EnumType.STRING)
    private @Nullable SupportMode supportMode;

    @Enumerated(EnumType.STRING)
    private @Nullable HukouKind hukouKind;

    @Convert(converter = EncryptedText.class)
    private @Nullable String hukouAddress;

    @Enumerated(EnumType.STRING)
    private @Nullable MaritalStatus maritalStatus;

    @Enumerated(EnumType.STRING)
    private @Nullable Employment employment;

    @Convert(converter = EncryptedText.class)
    private @Nullable String severeIllness;

    @Convert(converter = EncryptedText.class)
    private @Nullable String severeIllnessOn;

    @Enumerated(EnumType.STRING)
    private @Nullable DisabilityKind disabilityKind;

    private @Nullable Integer disabilityGrade;

    @Enumerated(EnumType.STRING)
    private @Nullable SelfCare selfCare;

    @Convert(converter = EncryptedText.class)
    private @Nullable String guardian;

    private boolean specialCare;

    private @Nullable LocalDate illnessAlertOn;

    private @Nullable String extraTier;

    private @Nullable String hukouCommittee;

    @Convert(converter = EncryptedText.class)
    private @Nullable String residenceAddress;

    @Convert(converter = EncryptedText.class)
    private @Nullable String disabilityCertificate;

    @Convert(converter = PolicyFindTags.class)
    private Set<PolicyFindTag> policyFind;

    @Enumerated(EnumType.STRING)
    private Standing standing = Standing.ACTIVE;

    @Embedded
    private Place place;

    @ForJpa
    protected Person() {}

    Person(Identity identity, Place place, PersonDetails details) {
        this.place = place;
        this.categories = Set.of();
        this.policyFind = Set.of();
        identify(identity);
        describe(details);
    }

    final void identify(Identity identity) {
        name = identity.name();
        nameSort = identity.nameSort();
        idNumber = identity.idNumber() == null ? null : identity.idNumber().value();
        idHash = identity.idHash();
        phone = identity.phone() == null ? null : identity.phone().value();
        phoneHash = identity.phoneHash();
        sex = identity.sex();
        birthDate = identity.birthDate();
    }

    final void describe(PersonDetails details) {
        mustNotBeLocked();
        categories = details.categories();
        supportMode = details.supportMode();
        hukouKind = details.hukouKind();
        hukouAddress = details.hukouAddress();
        maritalStatus = details.maritalStatus();
        employment = details.employment();
        severeIllness = details.severeIllness();
        severeIllnessOn = details.severeIllnessOn() == null
                ? null
                : details.severeIllnessOn().toString();
        disabilityKind = details.disabilityKind();
        disabilityGrade = details.disabilityGrade();
        selfCare = details.selfCare();
        guardian = details.guardian();
        specialCare = details.specialCare();
        illnessAlertOn = details.illnessAlertOn();
        extraTier = details.extraTier();
        hukouCommittee = details.hukouCommittee();
        residenceAddress = details.residenceAddress();
        disabilityCertificate = details.disabilityCertificate();
        policyFind = details.policyFind();
    }

    /** The record of somebody who died is kept as it was; a false report opens it again. */
    void mustNotBeLocked() {
        if (standing == Standing.DECEASED) {
            throw new Refusal(Refusal.Kind.CONFLICT, "person.locked");
        }
    }

    void standAs(Standing standing) {
        this.standing = standing;
    }

    public long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String name() {
        return name;
    }

    String nameSort() {
        return nameSort;
    }

    /** In full, for storage and for whom a law lets see it; pages show {@link #maskedIdNumber()}. */
    public @Nullable String idNumber() {
        return idNumber;
    }

    public @Nullable String maskedIdNumber() {
        return idNumber == null ? null : new IdNumber(idNumber).masked();
    }

    public @Nullable String phone() {
        return phone;
    }

    public @Nullable String maskedPhone() {
        return phone == null ? null : new Phone(phone).masked();
    }

    @Nullable
    String idHash() {
        return idHash;
    }

    public Sex sex() {
        return sex;
    }

    public @Nullable LocalDate birthDate() {
        return birthDate;
    }

    /** Full years on a day; somebody born on 29 February grows older on 1 March. */
    public @Nullable Integer ageOn(LocalDate day) {
        return birthDate == null ? null : Period.between(birthDate, day).getYears();
    }

    public Set<AssistanceCategory> categories() {
        return categories;
    }

    public boolean isInDatabase() {
        return categories.stream().anyMatch(AssistanceCategory::isInDatabase);
    }

    /** The record form's tags of people whom a policy covers already (section 3b), derived. */
    public Set<CoveredTag> coveredTags() {
        return CoveredTag.of(details());
    }

    /** 人户分离: registered with another committee than the one where the person lives; null where that is not known. */
    public @Nullable Boolean livesApartFromHukou() {
        return hukouCommittee == null || place.pointCode() == null ? null : !hukouCommittee.equals(place.pointCode());
    }

    public @Nullable SupportMode supportMode() {
        return supportMode;
    }

    public boolean specialCare() {
        return specialCare;
    }

    public Standing standing() {
        return standing;
    }

    public Place place() {
        return place;
    }

    /** Null where nobody has asked yet. */
    public @Nullable Boolean isSeverelyDisabled() {
        return disabilityGrade == null ? null : disabilityGrade < SEVEREST_MILD_GRADE;
    }

    public PersonDetails details() {
        return new PersonDetails(
                categories,
                supportMode,
                hukouKind,
                hukouAddress,
                maritalStatus,
                employment,
                severeIllness,
                severeIllnessOn == null ? null : LocalDate.parse(severeIllnessOn),
                disabilityKind,
                disabilityGrade,
                selfCare,
                guardian,
                specialCare,
                illnessAlertOn,
                extraTier,
                hukouCommittee,
                residenceAddress,
                disabilityCertificate,
                policyFind);
    }
}
