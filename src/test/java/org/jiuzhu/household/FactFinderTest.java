package org.jiuzhu.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuzhu.household.AssistanceCategory.DESTITUTE;
import static org.jiuzhu.household.AssistanceCategory.DIBAO_RURAL;
import static org.jiuzhu.household.AssistanceCategory.FOUND_BY_VISIT;
import static org.jiuzhu.household.AssistanceCategory.MARGINAL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jiuzhu.household.PersonDetails.DisabilityKind;
import org.jiuzhu.household.PersonDetails.SelfCare;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.IdNumber;
import org.jiuzhu.shared.Sex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FactFinderTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-09-03");
    private static final Period SIX_MONTHS = Period.ofMonths(6);
    private static final Period YEAR = Period.ofYears(1);

    private static Person person(@Nullable String birth, PersonDetails details) {
        LocalDate born = birth == null ? null : LocalDate.parse(birth);
        return new Person(
                new Identity("赵示例", "zhao shi li", (IdNumber) null, null, null, null, Sex.FEMALE, born),
                new Place("999901", "999901005", "999901005001"),
                details);
    }

    private static PersonFacts facts(Person person, LocalDate on, MajorChange... changes) {
        return FactFinder.find(person, List.of(changes), on, SIX_MONTHS, YEAR);
    }

    private static PersonFacts facts(Set<AssistanceCategory> categories) {
        return facts(person("1950-03-12", PersonDetails.of(categories)), TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        "1956-09-03, 2026-09-03, true",
        "1956-09-04, 2026-09-03, false",
        "1956-02-29, 2026-02-28, false",
        "1956-02-29, 2026-03-01, true",
    })
    void seventyIsReachedOnTheBirthdayAndForTheTwentyNinthOfFebruaryOnTheFirstOfMarch(
            String birth, LocalDate on, boolean aged) {
        assertThat(facts(person(birth, PersonDetails.UNKNOWN), on).aged70()).isEqualTo(aged);
    }

    @Test
    void anUnknownBirthDateIsUnknownAge() {
        assertThat(facts(person(null, PersonDetails.UNKNOWN), TODAY).aged70()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCIDENT, 2026-03-03, true",
        "ACCIDENT, 2026-03-02, false",
        "ACCIDENT, 2026-09-03, true",
        "ACCIDENT, 2026-09-04, false",
        "SUDDEN_EVENT, 2026-09-03, true",
        "SERIOUS_ILLNESS, 2026-09-03, true",
        "OTHER, 2026-09-03, true",
        "INCOME, 2026-09-03, false",
        "HOUSEHOLD_MEMBERS, 2026-09-03, false"
    })
    void aMisfortuneIsRecentForSixMonths(ChangeKind kind, LocalDate happened, boolean recent) {
        Person person = person("1958-07-07", PersonDetails.of(Set.of(MARGINAL)));
        var change = new MajorChange(
                person, new NewMajorChange(kind, happened, null, null, false, null), "lin.shiyong", Instant.EPOCH);
        assertThat(facts(person, TODAY, change).recentMajorChange()).isEqualTo(recent);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-10, 2027-03-10, true", "2026-03-10, 2027-03-11, false", "2026-03-10, 2026-03-09, false"})
    void anIllnessAlertIsValidThroughTheDayAYearLater(LocalDate pushed, LocalDate on, boolean valid) {
        assertThat(facts(person("1961-04-06", alert(pushed)), on).illnessAlert())
                .isEqualTo(valid);
    }

    @ParameterizedTest
    @EnumSource(AssistanceCategory.class)
    void somebodyIsInTheDatabaseOrInHardshipButNotBoth(AssistanceCategory category) {
        PersonFacts facts = facts(Set.of(category));
        assertThat(facts.inDatabase()).isEqualTo(category.isInDatabase()).isEqualTo(facts.recipient());
        assertThat(facts.hardship()).isNotEqualTo(facts.inDatabase());
    }

    @Test
    void somebodyWithoutACategoryIsNeither() {
        assertThat(facts(Set.of())).returns(false, PersonFacts::inDatabase).returns(false, PersonFacts::hardship);
    }

    @Test
    void bothKindsOfTheAllowanceAndItsMarginCountAlike() {
        assertThat(facts(Set.of(DIBAO_RURAL)).dibaoOrMarginal()).isTrue();
        assertThat(facts(Set.of(MARGINAL)).dibaoOrMarginal()).isTrue();
        assertThat(facts(Set.of(DESTITUTE)).dibaoOrMarginal()).isFalse();
        assertThat(facts(Set.of(FOUND_BY_VISIT)).dibaoOrMarginal()).isFalse();
    }

    @Test
    void theSupportModeIsUnknownUntilSomebodySaysIt() {
        assertThat(facts(Set.of(DESTITUTE)).centralSupport()).isNull();
        assertThat(facts(person("1952-11-11", health(SupportMode.CENTRAL, null, null, null)), TODAY)
                        .centralSupport())
                .isTrue();
        assertThat(facts(person("1952-11-11", health(SupportMode.DISPERSED, null, null, null)), TODAY)
                        .centralSupport())
                .isFalse();
    }

    @Test
    void healthIsUnknownUntilSomebodyAsked() {
        assertThat(ill(null, null, null)).isNull();
        assertThat(ill(null, null, SelfCare.FULL)).isFalse();
        assertThat(ill("尿毒症", null, null)).isTrue();
        assertThat(ill(null, 2, null)).isTrue();
        assertThat(ill(null, 3, null)).isFalse();
    }

    @Test
    void aDeadOrMovedPersonIsNotActive() {
        Person person = person("1950-03-12", PersonDetails.of(Set.of(DESTITUTE)));
        person.standAs(Standing.DECEASED);
        assertThat(facts(person, TODAY).active()).isFalse();
    }

    @Test
    void theInputsBearTheNamesOfTheDecision() {
        assertThat(facts(Set.of(DESTITUTE)).inputs())
                .containsOnlyKeys(
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
                        "extraTier",
                        "illnessAlert",
                        "specialCare");
    }

    @Test
    void coveredTagsFollowTheCategoriesAndASevereDisability() {
        Person person = person("1966-08-15", health(null, null, 1, null));
        assertThat(person.coveredTags()).containsExactly(CoveredTag.PC_SEVERE_DISABILITY, CoveredTag.PC_DESTITUTE);
    }

    private static @Nullable Boolean ill(
            @Nullable String illness, @Nullable Integer grade, @Nullable SelfCare selfCare) {
        return facts(person("1966-08-15", health(null, illness, grade, selfCare)), TODAY)
                .seriouslyIllOrDisabled();
    }

    private static PersonDetails health(
            @Nullable SupportMode support,
            @Nullable String illness,
            @Nullable Integer grade,
            @Nullable SelfCare selfCare) {
        return new PersonDetails(
                Set.of(DESTITUTE),
                support,
                null,
                null,
                null,
                null,
                illness,
                null,
                grade == null ? null : DisabilityKind.PHYSICAL,
                grade,
                selfCare,
                null,
                false,
                null,
                null);
    }

    private static PersonDetails alert(LocalDate pushed) {
        return new PersonDetails(
                Set.of(), null, null, null, null, null, null, null, null, null, null, null, false, pushed, null);
    }
}
