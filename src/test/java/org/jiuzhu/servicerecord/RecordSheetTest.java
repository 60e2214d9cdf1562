package org.jiuzhu.servicerecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSheetTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-07-06");

    @Test
    void aFilledInSheetHolds() {
        assertThat(problemsOf(Sheets.visit())).isEmpty();
    }

    @Test
    void nothingIsServedTomorrow() {
        assertThat(problemsOf(Sheets.on(TODAY.plusDays(1)))).containsExactly("servedOn");
    }

    @Test
    void nobodyIsServedBeforeBeingBorn() {
        assertThat(problemsOf(Sheets.on(LocalDate.parse("1950-03-11")), LocalDate.parse("1950-03-12")))
                .containsExactly("servedOn");
        assertThat(problemsOf(Sheets.on(LocalDate.parse("1950-03-12")), LocalDate.parse("1950-03-12")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "1.0", "23.5", "24"})
    void hoursGoInHalvesUpToADay(String hours) {
        assertThat(problemsOf(Sheets.lasting(hours))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.5", "0.25", "1.2", "24.5"})
    void otherHoursAreRefused(String hours) {
        assertThat(problemsOf(Sheets.lasting(hours))).containsExactly("hours");
    }

    @Test
    void anotherWayOfServiceIsNamed() {
        assertThat(problemsOf(Sheets.by(ServiceMode.OTHER, null))).containsExactly("serviceModeOther");
        assertThat(problemsOf(Sheets.by(ServiceMode.OTHER, "社区活动"))).isEmpty();
    }

    @Test
    void atLeastOneServiceIsGiven() {
        assertThat(problemsOf(Sheets.with(Set.of()))).containsExactly("servicesS1");
    }

    @Test
    void aFewWordsAreAcceptedAndSeenAsShort() {
        assertThat(problemsOf(Sheets.saying("电话没人接"))).isEmpty();
        assertThat(Sheets.saying("电话没人接").hints()).containsExactly(RecordHint.SHORT);
        assertThat(Sheets.visit().hints()).isEmpty();
    }

    @Test
    void aSheetWithoutTagsIsAcceptedAndSeenAsUntagged() {
        assertThat(problemsOf(Sheets.tagged())).isEmpty();
        assertThat(Sheets.tagged().hints()).containsExactly(RecordHint.UNTAGGED);
        assertThat(Sheets.tagged(ResidentTag.PF_POTENTIAL).hints()).isEmpty();
    }

    @Test
    void coveredAndMoreAsksWhatCovers() {
        assertThat(Sheets.tagged(ResidentTag.PF_COVERED_MORE).hints()).containsExactly(RecordHint.COVERED_BY_NOTHING);
        assertThat(Sheets.tagged(ResidentTag.PF_COVERED_MORE, ResidentTag.PC_MARGINAL)
                        .hints())
                .isEmpty();
    }

    @Test
    void theFormHasTenServicesInFiveGroupsAndTenTagsInTwo() {
        assertThat(ServiceCatalogue.FIVE.groups())
                .hasSize(5)
                .allMatch(group -> group.items().size() == 2);
        assertThat(ResidentTag.policyFind()).hasSize(4);
        assertThat(ResidentTag.covered()).hasSize(6);
        assertThat(ServiceMode.values()).hasSize(6);
    }

    @Test
    void theSixthServiceIsTheCommunitysAndTheFourthHasAnotherNameBesideIt() {
        assertThat(ServiceCatalogue.SIX.groups()).hasSize(6);
        assertThat(ServiceItem.Group.S6.items()).containsExactly(ServiceItem.S61);
        assertThat(ServiceCatalogue.SIX.nameOf(ServiceItem.Group.S4)).isEqualTo("group.S4.ofSix");
        assertThat(ServiceCatalogue.FIVE.nameOf(ServiceItem.Group.S4)).isEqualTo("group.S4");
    }

    private static List<String> problemsOf(RecordSheet sheet) {
        return problemsOf(sheet, null);
    }

    private static List<String> problemsOf(RecordSheet sheet, LocalDate birth) {
        var problems = new Problems();
        sheet.check(TODAY, birth, problems);
        try {
            problems.check();
            return List.of();
        } catch (InvalidInput invalid) {
            return invalid.problems().stream().map(FieldProblem::field).toList();
        }
    }
}
