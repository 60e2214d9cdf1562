package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingTableTest {

    private static final Table TABLE = Table.of("training");

    @ParameterizedTest
    @CsvSource({
        "chuansha, CONSULTANT, 2, YEAR, CS 三(二)",
        "changning, CONSULTANT, 1, YEAR, CN 三(三)",
        "putuo, ASSISTANCE_OFFICER, 1, MONTH, PT(十一)",
        "putuo, ASSISTANCE_SPECIALIST, 1, QUARTER, PT(十一)",
        "putuo, CONSULTANT, 1, YEAR, PT(十一)",
        "putuo, STAR_CONSULTANT, null, MENTORING, PT(十一)",
        "default, CONSULTANT, 1, YEAR, assumption",
    })
    void everybodyHasTheirTraining(String profile, String audience, String count, String period, String source) {
        var row = TABLE.only(Facts.of("profile=%s audience=%s".formatted(profile, audience)));
        assertThat(String.valueOf(row.get("count"))).isEqualTo(count);
        assertThat(row).containsEntry("period", period).containsEntry("source", source);
    }

    @Test
    void rowsInputsAndOutputsAreCounted() {
        assertThat(TABLE.rowCount()).isEqualTo(7);
        assertThat(TABLE.hitPolicy()).isEqualTo("UNIQUE");
        assertThat(TABLE.inputs()).containsExactly("profile", "audience");
        assertThat(TABLE.outputs()).containsExactly("count", "period", "source");
    }

    @AfterAll
    static void everyRowIsTested() {
        assertThat(TABLE.untested()).isEmpty();
    }
}
