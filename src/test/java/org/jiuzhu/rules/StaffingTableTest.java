package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffingTableTest {

    private static final Table TABLE = Table.of("staffing");

    @ParameterizedTest
    @CsvSource(
            nullValues = "off",
            value = {
                "chuansha, POINT, minimum, 2, CS 三(三)",
                "chuansha, POINT, leadIsCommitteeHead, true, CS 三(三)",
                "chuansha, POINT, othersFullTime, true, CS 三(三)",
                "changning, POINT, minimum, 1, CN 三(三)",
                "changning, POINT, leadIsCommitteeHead, false, CN 三(三)",
                "changning, STATION, minimum, 2, CN 三(三)",
                "putuo, POINT, minimum, 1, PT(八)",
                "putuo, STATION, othersFullTime, true, PT(八)",
                "putuo, STATION, officerMinGrade, 8, PT(八)",
                "putuo, STATION, hukouPerConsultant, 10000, PT(八)",
                "default, POINT, minimum, 1, assumption",
                "default, POINT, leadIsCommitteeHead, false, assumption",
                "default, POINT, othersFullTime, false, assumption",
                "default, STATION, minimum, 2, assumption",
                "default, STATION, othersFullTime, false, assumption",
                "default, STATION, officerMinGrade, off, assumption",
                "default, STATION, hukouPerConsultant, off, assumption",
            })
    void everyRequirementHasItsValueAndItsSource(
            String profile, String unitKind, String rule, String value, String source) {
        var row = TABLE.only(Facts.of("profile=%s unitKind=%s rule=%s".formatted(profile, unitKind, rule)));
        assertThat(String.valueOf(row.get("value"))).isEqualTo(String.valueOf(value));
        assertThat(row).containsEntry("source", source);
    }

    @Test
    void rowsInputsAndOutputsAreCounted() {
        assertThat(TABLE.rowCount()).isEqualTo(17);
        assertThat(TABLE.hitPolicy()).isEqualTo("UNIQUE");
        assertThat(TABLE.inputs()).containsExactly("profile", "unitKind", "rule");
        assertThat(TABLE.outputs()).containsExactly("value", "source");
    }

    @AfterAll
    static void everyRowIsTested() {
        assertThat(TABLE.untested()).isEmpty();
    }
}
