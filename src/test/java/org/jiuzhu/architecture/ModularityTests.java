package org.jiuzhu.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import org.jiuzhu.JiuzhuApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;

/** Modules use each other only as their {@code package-info} allows. */
class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(JiuzhuApplication.class);

    @Test
    void everyModuleUsesOnlyWhatItDeclares() {
        MODULES.verify();
    }

    /** Diagrams and canvases of the modules, under {@code target/spring-modulith-docs}. */
    @Test
    void theModulesAreDocumented() {
        new Documenter(MODULES).writeDocumentation();
    }

    @Test
    void anUndeclaredDependencyIsReported() {
        var fixtures =
                ApplicationModules.of("org.jiuzhu.architecture.fixtures.modules", new ImportOption.OnlyIncludeTests());
        assertThatThrownBy(fixtures::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("'one' depends on module 'two'");
    }
}
