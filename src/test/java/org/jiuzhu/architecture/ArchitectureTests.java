package org.jiuzhu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTests {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.jiuzhu");
    private static final JavaClasses FIXTURES =
            new ClassFileImporter().importPackages("org.jiuzhu.architecture.fixtures");

    @ParameterizedTest
    @EnumSource
    void theProductKeepsTheRule(ArchitectureRules rule) {
        rule.rule().check(PRODUCT);
    }

    @ParameterizedTest
    @CsvSource({
        "THE_ENGINE_IS_BEHIND_ONE_DOOR, KnowsTheEngine",
        "DEPENDENCIES_COME_BY_CONSTRUCTOR, InjectsAField",
        "TIME_COMES_FROM_THE_CLOCK, AsksTheSystem",
        "TIME_COMES_FROM_THE_CLOCK, KeepsAnOldDate",
        "WHAT_MODELS_CALL_IS_PUBLIC, HidesFromModels",
        "CADENCE_IS_ARITHMETIC, AsksTheDatabase",
        "STAGES_DO_NOT_KNOW_EACH_OTHER, KnowsAnotherStage",
    })
    void whatBreaksTheRuleIsReported(ArchitectureRules rule, String fixture) {
        assertThat(rule.rule().evaluate(FIXTURES).getFailureReport().getDetails())
                .anyMatch(found -> found.contains(fixture));
    }
}
