package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitCadenceTableTest {

    private static final Table TABLE = Table.of("visit-cadence");

    @ParameterizedTest
    @CsvSource({
        "profile=chuansha tier=FLAT specialNode=false, 1 MONTH HOME_PHONE_VIDEO, CS 二(二)",
        "profile=changning tier=FLAT specialNode=true, 1 MONTH HOME_PHONE_VIDEO, CN 三(四)1",
        "profile=songjiang tier=HIGH specialNode=false, 1 MONTH HOME_PHONE_VIDEO, SJ 三(一)",
        "profile=songjiang tier=KEY specialNode=false, 1 QUARTER HOME_PHONE_VIDEO, SJ 三(一)",
        "profile=songjiang tier=GENERAL specialNode=false, 1 HALF_YEAR HOME_PHONE_VIDEO, SJ 三(一)",
        "profile=putuo tier=SPECIAL specialNode=false, 2 WEEK HOME, PT(九)",
        "profile=putuo tier=SPECIAL specialNode=true, 2 WEEK HOME + 1 DAY ANY, PT(九)",
        "profile=hangtou tier=REGULAR specialNode=false, 1 QUARTER HOME_PHONE, assumption",
        "profile=default tier=FLAT specialNode=false, 1 MONTH HOME_PHONE_VIDEO, assumption",
        "profile=default tier=HIGH specialNode=false, 1 MONTH HOME_PHONE_VIDEO, assumption",
        "profile=default tier=KEY specialNode=false, 1 QUARTER HOME_PHONE_VIDEO, assumption",
        "profile=default tier=GENERAL specialNode=false, 1 HALF_YEAR HOME_PHONE_VIDEO, assumption",
        "profile=songjiang tier=NONE specialNode=false, 0 NONE ANY, assumption",
        "profile=chuansha tier=ADHOC specialNode=false, 0 NONE ANY, assumption",
        "profile=putuo tier=SWEEP specialNode=true, 0 NONE ANY, assumption",
    })
    void everyTierHasItsCadence(String facts, String requirements, String source) {
        var rows = TABLE.evaluate(Facts.of(facts));
        assertThat(rows.stream()
                        .map(row -> row.get("count") + " " + row.get("period") + " " + row.get("channels"))
                        .collect(Collectors.joining(" + ")))
                .isEqualTo(requirements);
        assertThat(rows).allMatch(row -> row.get("source").equals(source));
    }

    @ParameterizedTest
    @CsvSource({
        "chuansha, FLAT, assumption",
        "changning, FLAT, assumption",
        "songjiang, HIGH, assumption",
        "putuo, SPECIAL, PT(九)",
        "hangtou, REGULAR, HT 三(一)1(2)"
    })
    void whatCountsAsAVisitHasItsOwnSource(String profile, String tier, String source) {
        assertThat(TABLE.only(Facts.of("profile=%s tier=%s specialNode=false".formatted(profile, tier))))
                .containsEntry("channelsSource", source);
    }

    @Test
    void onlyTwoVisitsOfAWeekHaveToBeOnTwoDaysAndNoTaskWaitsForThePeriodsEnd() {
        assertThat(TABLE.only(Facts.of("profile=putuo tier=SPECIAL specialNode=false")))
                .containsEntry("distinctDays", true)
                .doesNotContainKey("daysAhead");
        assertThat(TABLE.only(Facts.of("profile=chuansha tier=FLAT specialNode=false")))
                .containsEntry("distinctDays", false)
                .doesNotContainKey("daysAhead");
    }

    @Test
    void aTierThatTheProfileDoesNotKnowHasNoRow() {
        assertThat(TABLE.evaluate(Facts.of("profile=songjiang tier=SPECIAL specialNode=true")))
                .isEmpty();
    }

    @Test
    void rowsInputsAndOutputsAreCounted() {
        assertThat(TABLE.rowCount()).isEqualTo(13);
        assertThat(TABLE.hitPolicy()).isEqualTo("COLLECT");
        assertThat(TABLE.inputs()).containsExactly("profile", "tier", "specialNode");
        assertThat(TABLE.outputs())
                .containsExactly(
                        "count", "period", "channels", "daysAhead", "distinctDays", "source", "channelsSource");
    }

    @AfterAll
    static void everyRowIsTested() {
        assertThat(TABLE.untested()).isEmpty();
    }
}
