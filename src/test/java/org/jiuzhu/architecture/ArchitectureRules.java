package org.jiuzhu.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import org.jiuzhu.workflow.ForModels;

/** What the layout of the code promises, beyond what its modules declare. Five rules at most. */
enum ArchitectureRules {
    THE_ENGINE_IS_BEHIND_ONE_DOOR(noClasses()
            .that()
            .resideOutsideOfPackages("..workflow..", "..process..", "..worklist..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")),

    DEPENDENCIES_COME_BY_CONSTRUCTOR(
            CompositeArchRule.of(notInjected("org.springframework.beans.factory.annotation.Autowired"))
                    .and(notInjected("org.springframework.beans.factory.annotation.Value"))
                    .and(notInjected("jakarta.inject.Inject"))
                    .and(notInjected("jakarta.annotation.Resource"))
                    .and(notInjected("jakarta.persistence.PersistenceContext"))),

    TIME_COMES_FROM_THE_CLOCK(CompositeArchRule.of(noClasses()
                    .that()
                    .doNotHaveSimpleName("ProductClock")
                    .and()
                    .resideOutsideOfPackage("..demo..") // moves the clock, and must know by how much
                    .should()
                    .callMethodWhere(asksTheSystem()))
            .and(noClasses()
                    .that()
                    .resideOutsideOfPackages("..workflow..", "..process..")
                    .and()
                    .areNotAnnotatedWith(ForModels.class) // the engine takes no other date
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Date"))),

    WHAT_MODELS_CALL_IS_PUBLIC(
            classes().that().areAnnotatedWith(ForModels.class).should().bePublic()),

    /** What is owed follows from dates and rules alone, so that any past day can be asked again. */
    CADENCE_IS_ARITHMETIC(noClasses()
            .that()
            .resideInAPackage("..cadence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "org.springframework.stereotype..", "java.sql..")),

    STAGES_DO_NOT_KNOW_EACH_OTHER(strangers(List.of(
            "lead",
            "casefile",
            "lifeevent",
            "assessment",
            "application",
            "referral",
            "conference",
            "followup",
            "changereport")));

    private final ArchRule rule;

    ArchitectureRules(ArchRule rule) {
        this.rule = rule;
    }

    ArchRule rule() {
        return rule;
    }

    private static ArchRule notInjected(String annotation) {
        return fields().should().notBeAnnotatedWith(annotation).allowEmptyShould(true);
    }

    /** {@code LocalDate.now()} and its like, without a clock. */
    private static DescribedPredicate<JavaCall<?>> asksTheSystem() {
        var now = target(nameMatching("now"))
                .and(target(owner(nameMatching("java\\.time\\..*"))))
                .and(target(rawParameterTypes(new Class<?>[0])));
        var system = target(nameMatching("system.*")).and(target(owner(nameMatching("java\\.time\\.Clock"))));
        return now.or(system).as("read the system's time");
    }

    private static ArchRule strangers(List<String> stages) {
        return CompositeArchRule.of(stages.stream()
                .map(stage -> noClasses()
                        .that()
                        .resideInAPackage(".." + stage + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(stages.stream()
                                .filter(other -> !other.equals(stage))
                                .map(other -> ".." + other + "..")
                                .toArray(String[]::new))
                        .allowEmptyShould(true))
                .toList());
    }
}
