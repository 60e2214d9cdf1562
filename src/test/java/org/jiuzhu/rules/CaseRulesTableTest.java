package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseRulesTableTest {

    private static final Table TABLE = Table.of("case-rules");

    @ParameterizedTest
    @CsvSource({
        "putuo, creditCommitmentRequired, true, PT(一)",
        "default, creditCommitmentRequired, false, assumption",
        "putuo, relativeFilingRequired, true, PT(三)(五)",
        "default, relativeFilingRequired, true, assumption",
        "default, relativeConflictExcludes, true, assumption",
        "default, reviewerMustDiffer, true, assumption",
        "default, twoSurveyors, true, assumption",
        "default, planRoundsBeforeConference, 2, assumption",
        "default, referralOffersBeforeConference, 2, assumption",
        "default, visitAttemptDays, 3, assumption",
        "default, extraVisitChannels, HOME_PHONE_VIDEO, assumption",
        "default, optOutReoffer, P6M, assumption",
        "default, checkInAt, DANGER, assumption",
        "default, checkOutMinutes, 60, assumption",
        "default, lookAfterMinutes, 15, assumption",
        "default, conferenceDepartments, 2, assumption",
        "default, conferenceForMinorAtRisk, true, assumption",
        "chuansha, cadenceMode, FLAT, CS 二(二)",
        "changning, cadenceMode, FLAT, CN 三(四)1",
        "songjiang, cadenceMode, TIERED, SJ 二",
        "putuo, cadenceMode, SPECIAL, PT(九)",
        "hangtou, cadenceMode, UNSPECIFIED, HT 三(一)2(1)",
        "default, cadenceMode, FLAT, assumption",
        "default, recentEventWindow, P6M, assumption",
        "songjiang, illnessAlertValidity, P1Y, SJ 二(三)",
        "default, illnessAlertValidity, P1Y, assumption",
        "putuo, windowMode, ISO_WEEK, assumption",
        "default, windowMode, CALENDAR, assumption",
        "default, homeVisitEveryWindows, 3, assumption",
    })
    void everyRuleHasItsValueAndItsSource(String profile, String rule, String value, String source) {
        var row = TABLE.only(Facts.of("profile=" + profile + " rule=" + rule));
        assertThat(row.get("value")).hasToString(value);
        assertThat(row).containsEntry("source", source);
    }

    @Test
    void rowsInputsAndOutputsAreCounted() {
        assertThat(TABLE.rowCount()).isEqualTo(29);
        assertThat(TABLE.hitPolicy()).isEqualTo("UNIQUE");
        assertThat(TABLE.inputs()).containsExactly("profile", "rule");
        assertThat(TABLE.outputs()).containsExactly("value", "source");
    }

    @AfterAll
    static void everyRowIsTested() {
        assertThat(TABLE.untested()).isEmpty();
    }
}
