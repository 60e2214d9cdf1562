package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFindClassTableTest {

    private static final Table TABLE = Table.of("policy-find-class");

    @ParameterizedTest
    @CsvSource({
        "covered=false policyMatch=true highestRisk=3 attention=true, PF_POTENTIAL",
        "policyMatch=true, PF_POTENTIAL",
        "covered=true policyMatch=true highestRisk=3, PF_COVERED_MORE",
        "covered=false policyMatch=false highestRisk=2, PF_INELIGIBLE_HARDSHIP",
        "covered=true policyMatch=false highestRisk=3, PF_INELIGIBLE_HARDSHIP",
        "covered=false policyMatch=false highestRisk=1 attention=true, PF_OTHER",
        "covered=true policyMatch=false attention=true, PF_OTHER",
        "covered=false policyMatch=false highestRisk=1 attention=false, NONE",
        "'', NONE",
    })
    void theClassFollowsFromCoverMatchAndRisk(String facts, String policyFindClass) {
        assertThat(TABLE.only(Facts.of("profile=default " + facts))).containsEntry("class", policyFindClass);
    }

    @Test
    void rowsInputsAndOutputsAreCounted() {
        assertThat(TABLE.rowCount()).isEqualTo(5);
        assertThat(TABLE.hitPolicy()).isEqualTo("FIRST");
        assertThat(TABLE.inputs()).containsExactly("profile", "covered", "policyMatch", "highestRisk", "attention");
        assertThat(TABLE.outputs()).containsExactly("class", "reason", "source");
    }

    @AfterAll
    static void everyRowIsTested() {
        assertThat(TABLE.untested()).isEmpty();
    }
}
