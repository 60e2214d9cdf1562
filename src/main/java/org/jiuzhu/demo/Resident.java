package org.jiuzhu.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.FieldSource;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.household.PersonDetails.DisabilityKind;
import org.jiuzhu.household.PersonDetails.Employment;
import org.jiuzhu.household.PersonDetails.HukouKind;
import org.jiuzhu.household.PersonDetails.MaritalStatus;
import org.jiuzhu.household.PersonDetails.SelfCare;
import org.jiuzhu.household.Relation;
import org.jiuzhu.household.SupportMode;
import org.jiuzhu.shared.IdNumber;
import org.jiuzhu.shared.Sex;
import org.jspecify.annotations.Nullable;

/** Somebody who does not exist, described in a chain of words. */
final class Resident {

    record Change(ChangeKind kind, int monthsAgo) {}

    private final String name;
    private final Relation relation;
    private final String birthAndOrder;
    private final Set<AssistanceCategory> categories = EnumSet.noneOf(AssistanceCategory.class);
    private final List<Change> changes = new ArrayList<>();
    private @Nullable String phone;
    private boolean papers = true;
    private @Nullable SupportMode support;
    private HukouKind hukou = HukouKind.URBAN;
    private @Nullable String hukouAddress;
    private @Nullable MaritalStatus marital;
    private @Nullable Employment employment;
    private @Nullable String illness;
    private int illMonthsAgo;
    private @Nullable DisabilityKind disability;
    private @Nullable Integer grade;
    private SelfCare selfCare = SelfCare.FULL;
    private @Nullable String guardian;
    private boolean special;
    private @Nullable Integer alertDaysAgo;
    private FieldSource source = FieldSource.REGISTRATION;
    private int knownMonthsAgo;

    /** @param birthAndOrder eight digits of the birth date and three of the order, odd for a man */
    Resident(String name, Relation relation, String birthAndOrder) {
        this.name = name;
        this.relation = relation;
        this.birthAndOrder = birthAndOrder;
    }

    static Resident head(String name, String birthAndOrder) {
        return new Resident(name, Relation.HEAD, birthAndOrder);
    }

    static Resident spouse(String name, String birthAndOrder) {
        return new Resident(name, Relation.SPOUSE, birthAndOrder).married(MaritalStatus.MARRIED);
    }

    static Resident child(String name, String birthAndOrder) {
        return new Resident(name, Relation.CHILD, birthAndOrder).works(Employment.STUDENT);
    }

    static Resident parent(String name, String birthAndOrder) {
        return new Resident(name, Relation.PARENT, birthAndOrder).works(Employment.RETIRED);
    }

    static Resident grandchild(String name, String birthAndOrder) {
        return new Resident(name, Relation.GRANDCHILD, birthAndOrder).works(Employment.STUDENT);
    }

    Resident is(AssistanceCategory category) {
        categories.add(category);
        return this;
    }

    Resident destitute(SupportMode mode) {
        support = mode;
        return is(AssistanceCategory.DESTITUTE);
    }

    Resident phone(String number) {
        phone = number;
        return this;
    }

    /** Nobody has seen an identity card. */
    Resident withoutPapers() {
        papers = false;
        return this;
    }

    Resident rural() {
        hukou = HukouKind.RURAL;
        return this;
    }

    Resident registeredAt(HukouKind kind, String address) {
        hukou = kind;
        hukouAddress = address;
        return this;
    }

    Resident married(MaritalStatus status) {
        marital = status;
        return this;
    }

    Resident works(Employment employment) {
        this.employment = employment;
        return this;
    }

    Resident ill(String illness, int monthsAgo) {
        this.illness = illness;
        illMonthsAgo = monthsAgo;
        return this;
    }

    Resident disabled(DisabilityKind kind, int grade) {
        disability = kind;
        this.grade = grade;
        return this;
    }

    Resident selfCare(SelfCare care) {
        selfCare = care;
        return this;
    }

    Resident guardian(String name) {
        guardian = name;
        return this;
    }

    Resident specialCare() {
        special = true;
        return this;
    }

    Resident illnessAlert(int daysAgo) {
        alertDaysAgo = daysAgo;
        return this;
    }

    /** Where what is known of them comes from, instead of a registration today. */
    Resident knownFrom(FieldSource source, int monthsAgo) {
        this.source = source;
        knownMonthsAgo = monthsAgo;
        return this;
    }

    Resident changed(ChangeKind kind, int monthsAgo) {
        changes.add(new Change(kind, monthsAgo));
        return this;
    }

    String name() {
        return name;
    }

    Relation relation() {
        return relation;
    }

    FieldSource source() {
        return source;
    }

    int knownMonthsAgo() {
        return knownMonthsAgo;
    }

    List<Change> changes() {
        return changes;
    }

    NewPerson asOf(LocalDate today, String pointCode) {
        String first17 = IdNumber.TEST_REGION + birthAndOrder;
        var id = new IdNumber(first17 + IdNumber.checkCharacter(first17));
        return new NewPerson(
                pointCode,
                name,
                papers ? id.value() : null,
                phone,
                papers ? null : Sex.FEMALE,
                papers ? null : id.birthDate(),
                new PersonDetails(
                        categories,
                        support,
                        hukou,
                        hukouAddress,
                        marital,
                        employment,
                        illness,
                        illness == null ? null : today.minusMonths(illMonthsAgo),
                        disability,
                        grade,
                        selfCare,
                        guardian,
                        special,
                        alertDaysAgo == null ? null : today.minusDays(alertDaysAgo),
                        null));
    }
}
