package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTableTest {

    private static final Table TABLE = Table.of("deadlines");

    @ParameterizedTest
    @CsvSource({
        "step=reviewDuplicate, 4, WORKING_HOUR, 1",
        "step=emergencyResponse urgency=EMERGENCY, 0, AT_ONCE, 0",
        "step=lookAfterVisitor urgency=EMERGENCY, 0, AT_ONCE, 0",
        "step=triageLead urgency=EMERGENCY, 0, AT_ONCE, 0",
        "step=triageLead urgency=URGENT, 4, WORKING_HOUR, 1",
        "step=triageLead urgency=NORMAL, 1, WORKDAY, 0",
        "step=triageLead, 1, WORKDAY, 0",
        "step=transferLead urgency=NORMAL, 1, WORKDAY, 0",
        "step=answerEnquiry urgency=NORMAL, 3, WORKDAY, 1",
        "step=confirmUnfounded urgency=NORMAL, 1, WORKDAY, 0",
        "step=hotlineReply, 5, WORKDAY, 1",
        "step=assessChange urgency=URGENT, 4, WORKING_HOUR, 1",
        "step=assessChange urgency=NORMAL, 3, WORKDAY, 1",
        "step=immediateVisit urgency=URGENT, 1, WORKDAY, 0",
        "step=reofferVisits, 10, WORKDAY, 2",
        "step=verifyLead urgency=URGENT, 3, WORKDAY, 1",
        "step=assess urgency=EMERGENCY, 3, WORKDAY, 1",
        "step=assess urgency=URGENT, 3, WORKDAY, 1",
        "step=assess urgency=NORMAL, 10, WORKDAY, 3",
        "step=reviewAssessment urgency=URGENT, 1, WORKDAY, 0",
        "step=reviewAssessment urgency=NORMAL, 3, WORKDAY, 1",
        "step=draftServicePlan urgency=NORMAL, 5, WORKDAY, 2",
        "step=confirmPlanWithHousehold urgency=NORMAL, 3, WORKDAY, 1",
        "step=proposeReferral urgency=NORMAL, 3, WORKDAY, 1",
        "step=acceptReferral urgency=NORMAL, 3, WORKDAY, 1",
        "step=firstService urgency=NORMAL, 5, WORKDAY, 1",
        "step=submitOutcome urgency=NORMAL, 5, WORKDAY, 1",
        "step=confirmOutcome urgency=NORMAL, 3, WORKDAY, 1",
        "step=conveneConference urgency=URGENT, 1, WORKDAY, 0",
        "step=conveneConference urgency=NORMAL, 5, WORKDAY, 1",
        "step=recordConference urgency=NORMAL, 3, WORKDAY, 1",
        "step=followUp urgency=NORMAL tier=HIGH, 10, WORKDAY, 3",
        "step=followUp urgency=NORMAL tier=KEY, 30, DAY, 3",
        "step=followUp urgency=NORMAL, 30, DAY, 3",
        "step=explainPolicy urgency=NORMAL, 3, WORKDAY, 1",
        "step=recordCreditCommitment urgency=NORMAL, 3, WORKDAY, 1",
        "step=prepareMaterials urgency=NORMAL, 5, WORKDAY, 1",
        "step=submitToWindow urgency=NORMAL, 3, WORKDAY, 1",
        "step=acceptApplication urgency=NORMAL, 5, WORKDAY, 1",
        "step=applicationResult urgency=NORMAL, 20, WORKDAY, 3",
        "step=inquireResult urgency=NORMAL, 2, WORKDAY, 0",
        "step=explainResult urgency=NORMAL, 3, WORKDAY, 1",
        "step=linkResource urgency=NORMAL, 5, WORKDAY, 1",
        "step=coordinateLine urgency=NORMAL, 5, WORKDAY, 1",
        "step=closeCase urgency=NORMAL, 5, WORKDAY, 1",
        "step=confirmTransferOut urgency=NORMAL, 2, WORKDAY, 1",
        "step=confirmTransferIn urgency=NORMAL, 2, WORKDAY, 1",
        "step=confirmDeath urgency=NORMAL, 2, WORKDAY, 1",
        "step=notifyBenefits urgency=NORMAL, 3, WORKDAY, 1",
        "step=contactRefusal urgency=URGENT, 1, WORKDAY, 0",
        "step=contactRefusal urgency=NORMAL, 5, WORKDAY, 1",
        "step=decideRefusal urgency=NORMAL, 3, WORKDAY, 1",
        "step=settleWithdrawal urgency=NORMAL, 1, WORKDAY, 0",
        "step=reassessCase urgency=URGENT, 1, WORKDAY, 0",
        "step=reassessCase urgency=NORMAL, 3, WORKDAY, 1",
        "step=visitReminderDay tier=SPECIAL, 12, HOUR_OF_DAY, 0",
        "step=visitReminderWeek tier=SPECIAL, 4, DAY_OF_WEEK, 0",
        "step=visitReminderMonth tier=HIGH, 5, LAST_WORKDAYS, 0",
        "step=visitReminderQuarter tier=KEY, 10, LAST_WORKDAYS, 0",
        "step=visitReminderHalfYear tier=GENERAL, 10, LAST_WORKDAYS, 0",
        "step=explainMissedVisit tier=HIGH, 1, WORKDAY, 0",
        "step=escalateVisit tier=HIGH, 5, WORKDAY, 0",
        "step=escalateVisitFurther tier=HIGH, 10, WORKDAY, 0",
        "step=contactAfterRefusals urgency=NORMAL, 5, WORKDAY, 1",
        "step=restoreStaffing urgency=NORMAL, 5, WORKDAY, 1",
    })
    void everyStepHasItsDeadline(String facts, int amount, String unit, int reminderBefore) {
        assertThat(TABLE.only(Facts.of("profile=default " + facts)))
                .containsEntry("amount", amount)
                .containsEntry("unit", unit)
                .containsEntry("reminderBefore", reminderBefore)
                .containsEntry("source", "assumption");
    }

    @Test
    void noNoticeSetsADeadlineSoOnlyTheDefaultProfileAnswers() {
        assertThat(TABLE.evaluate(Facts.of("profile=songjiang step=triageLead urgency=NORMAL")))
                .isEmpty();
    }

    @Test
    void rowsInputsAndOutputsAreCounted() {
        assertThat(TABLE.rowCount()).isEqualTo(62);
        assertThat(TABLE.hitPolicy()).isEqualTo("FIRST");
        assertThat(TABLE.inputs()).containsExactly("profile", "step", "urgency", "tier");
        assertThat(TABLE.outputs()).containsExactly("amount", "unit", "reminderBefore", "source");
    }

    @AfterAll
    static void everyRowIsTested() {
        assertThat(TABLE.untested()).isEmpty();
    }
}
