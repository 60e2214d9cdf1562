package org.jiuzhu;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiuzhu.models.Code;
import org.jiuzhu.models.ModelRule;
import org.jiuzhu.models.Models;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models are code that no compiler sees: every file that ships keeps every {@link ModelRule}. */
class ProcessModelTests {

    private static final Models MODELS = Models.shipped();
    private static final Code CODE = Code.ofTheProduct();

    @ParameterizedTest
    @EnumSource
    void everyShippedModelKeepsTheRule(ModelRule rule) {
        assertThat(rule.violations(MODELS, CODE)).isEmpty();
    }
}
