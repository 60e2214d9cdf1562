package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitTierTableTest {

    private static final Table TABLE = Table.of("visit-tier");

    @ParameterizedTest
    @CsvSource({
        "mode=TIERED active=false inDatabase=true, NONE, notActive",
        "mode=FLAT active=true recipient=true, FLAT, recipient",
        "mode=FLAT recipient=false hardship=true, ADHOC, hardship",
        "mode=FLAT recipient=false hardship=false, NONE, otherwise",
        "mode=TIERED inDatabase=true dibaoOrMarginal=true recentMajorChange=true, HIGH, majorChange",
        "mode=TIERED inDatabase=true dibaoOrMarginal=true recentMajorChange=false, GENERAL, inDatabase",
        "mode=TIERED inDatabase=true dibaoOrMarginal=false recentMajorChange=true, GENERAL, inDatabase",
        "mode=TIERED inDatabase=true destitute=true aged70=true centralSupport=false, HIGH, destitute70",
        "mode=TIERED inDatabase=true destitute=true aged70=true, HIGH, destitute70",
        "mode=TIERED inDatabase=true destitute=true aged70=false, KEY, destitute",
        "mode=TIERED inDatabase=true destitute=true, KEY, destitute",
        "mode=TIERED inDatabase=true destitute=true aged70=true centralSupport=true, GENERAL, inDatabase",
        "mode=TIERED inDatabase=true seriouslyIllOrDisabled=true, KEY, illOrDisabled",
        "mode=TIERED inDatabase=false seriouslyIllOrDisabled=true, NONE, otherwise",
        "mode=TIERED inDatabase=false extraTier=KEY illnessAlert=true, KEY, extraInclusion",
        "mode=TIERED inDatabase=false illnessAlert=true, GENERAL, illnessAlert",
        "mode=TIERED inDatabase=false illnessAlert=false, NONE, otherwise",
        "mode=SPECIAL specialCare=true recipient=true, SPECIAL, specialCare",
        "mode=SPECIAL specialCare=false recipient=true, SWEEP, recipient",
        "mode=SPECIAL hardship=true, SWEEP, hardship",
        "mode=UNSPECIFIED recipient=true, REGULAR, recipient",
        "mode=UNSPECIFIED hardship=true, REGULAR, hardship",
        "mode=UNSPECIFIED, NONE, otherwise",
    })
    void theFirstRowThatHoldsSetsTheTier(String facts, String tier, String reason) {
        assertThat(TABLE.only(Facts.of(facts))).containsEntry("tier", tier).containsEntry("reason", reason);
    }

    @Test
    void rowsInputsAndOutputsAreCounted() {
        assertThat(TABLE.rowCount()).isEqualTo(16);
        assertThat(TABLE.hitPolicy()).isEqualTo("FIRST");
        assertThat(TABLE.inputs())
                .containsExactly(
                        "mode",
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
        assertThat(TABLE.outputs()).containsExactly("tier", "reason", "source");
    }

    @AfterAll
    static void everyRowIsTested() {
        assertThat(TABLE.untested()).isEmpty();
    }
}
