package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadReplyTableTest {

    private static final Table TABLE = Table.of("lead-reply");

    @ParameterizedTest
    @CsvSource({
        "channel=HOTLINE_12345 sourceDeadline=true, SOURCE",
        "channel=HOTLINE_12345 sourceDeadline=false, HOTLINE_REPLY",
        "channel=HOTLINE_12345, HOTLINE_REPLY",
        "channel=CONSULTANT sourceDeadline=false, NONE",
        "channel=STREET_HOTLINE sourceDeadline=true, NONE",
    })
    void onlyTheHotlineSetsADeadlineForTheAnswer(String facts, String reply) {
        assertThat(TABLE.only(Facts.of("profile=default " + facts))).containsEntry("reply", reply);
    }

    @Test
    void rowsInputsAndOutputsAreCounted() {
        assertThat(TABLE.rowCount()).isEqualTo(3);
        assertThat(TABLE.hitPolicy()).isEqualTo("UNIQUE");
        assertThat(TABLE.inputs()).containsExactly("profile", "channel", "sourceDeadline");
        assertThat(TABLE.outputs()).containsExactly("reply", "source");
    }

    @AfterAll
    static void everyRowIsTested() {
        assertThat(TABLE.untested()).isEmpty();
    }
}
