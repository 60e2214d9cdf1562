package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTableTest {

    private static final Table TABLE = Table.of("profile");

    @ParameterizedTest
    @CsvSource({
        "chuansha, 浦川新府〔2023〕354 号, 2023-10-30, 2023-12-07, null, ISSUED_LATER, CS 文首、文尾",
        "changning, 长民〔2023〕3 号, 2023-03-15, 2023-03-15, null, NONE, CN 文首",
        "songjiang, 沪松民〔2024〕33 号, 2024-07-23, 2024-07-23, null, TRIAL, SJ 文首、文尾",
        "putuo, 沪普社救联办〔2024〕3 号, 2024-03-18, 2024-03-18, 2024-12-31, WORK_PLAN, PT 文首",
        "hangtou, 航府〔2022〕34 号, 2022-07-13, 2022-07-13, null, NONE, HT 文首",
        "default, null, null, null, null, NONE, assumption",
    })
    void everyProfileNamesItsNoticeAndItsTime(
            String profile, String notice, String dated, String from, String to, String caveat, String source) {
        var row = TABLE.only(Facts.of("profile=" + profile));
        assertThat(String.valueOf(row.get("notice"))).isEqualTo(notice);
        assertThat(String.valueOf(row.get("dated"))).isEqualTo(dated);
        assertThat(String.valueOf(row.get("effectiveFrom"))).isEqualTo(from);
        assertThat(String.valueOf(row.get("effectiveTo"))).isEqualTo(to);
        assertThat(row).containsEntry("caveat", caveat).containsEntry("source", source);
    }

    @Test
    void rowsInputsAndOutputsAreCounted() {
        assertThat(TABLE.rowCount()).isEqualTo(6);
        assertThat(TABLE.hitPolicy()).isEqualTo("UNIQUE");
        assertThat(TABLE.inputs()).containsExactly("profile");
        assertThat(TABLE.outputs())
                .containsExactly("notice", "title", "dated", "effectiveFrom", "effectiveTo", "caveat", "source");
    }

    @AfterAll
    static void everyRowIsTested() {
        assertThat(TABLE.untested()).isEmpty();
    }
}
