package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadPriorityTableTest {

    private static final Table TABLE = Table.of("lead-priority");

    @ParameterizedTest
    @CsvSource({
        "danger=true minorAtRisk=true, EMERGENCY, false, danger",
        "danger=true, EMERGENCY, false, danger",
        "danger=false minorAtRisk=true, URGENT, false, minorAtRisk",
        "minorAtRisk=true majorChange=true, URGENT, true, minorAtRisk",
        "danger=false majorChange=true, URGENT, false, majorChange",
        "majorChange=true streetPerson=true, URGENT, true, majorChange",
        "danger=false streetPerson=true, URGENT, false, streetPerson",
        "'', NORMAL, true, safetyUnknown",
        "minorAtRisk=false majorChange=false streetPerson=false, NORMAL, true, safetyUnknown",
        "danger=false, NORMAL, false, otherwise",
    })
    void theGravestFactSetsThePriority(String facts, String urgency, boolean askSafety, String reason) {
        assertThat(TABLE.only(Facts.of("profile=default " + facts)))
                .containsEntry("urgency", urgency)
                .containsEntry("askSafety", askSafety)
                .containsEntry("reason", reason);
    }

    @Test
    void rowsInputsAndOutputsAreCounted() {
        assertThat(TABLE.rowCount()).isEqualTo(6);
        assertThat(TABLE.hitPolicy()).isEqualTo("FIRST");
        assertThat(TABLE.inputs()).containsExactly("profile", "danger", "minorAtRisk", "majorChange", "streetPerson");
        assertThat(TABLE.outputs()).containsExactly("urgency", "askSafety", "reason", "source");
    }

    @AfterAll
    static void everyRowIsTested() {
        assertThat(TABLE.untested()).isEmpty();
    }
}
