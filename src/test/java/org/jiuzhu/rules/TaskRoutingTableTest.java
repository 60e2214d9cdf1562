package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskRoutingTableTest {

    private static final Table TABLE = Table.of("task-routing");

    @ParameterizedTest
    @CsvSource({
        "default, reviewDuplicate, stationConsultant",
        "default, triageAtPoint, pointConsultant",
        "default, triageAtStation, stationConsultant",
        "default, triageEmergency, pointLead stationLead",
        "default, emergencyResponse, pointLead stationLead",
        "default, lookAfterVisitor, pointLead stationLead",
        "default, escalateVisitor, stationLead districtSupervisor",
        "default, transferLead, stationConsultant",
        "default, answerEnquiry, pointConsultant",
        "default, confirmUnfounded, pointLead",
        "hangtou, assessChange, pointConsultant",
        "default, assessChange, pointConsultant",
        "default, verifyLead, pointConsultant",
        "default, giveNoticeAndConsent, pointConsultant",
        "default, conductHomeSurvey, pointConsultant",
        "default, scoreRisk, pointConsultant",
        "default, reviewAssessment, stationConsultant",
        "songjiang, draftServicePlan, stationConsultant",
        "default, draftServicePlan, stationConsultant",
        "default, confirmPlanWithHousehold, pointConsultant",
        "songjiang, proposeReferral, stationConsultant",
        "default, proposeReferral, stationConsultant",
        "chuansha, acceptReferral, ngoWorker",
        "default, acceptReferral, ngoWorker",
        "chuansha, deliverService, ngoWorker",
        "default, deliverService, ngoWorker",
        "default, submitOutcome, ngoWorker",
        "default, confirmOutcome, stationConsultant",
        "default, conveneConference, stationLead",
        "default, recordConference, stationLead",
        "songjiang, followUp, stationConsultant",
        "chuansha, followUp, stationConsultant pointConsultant",
        "changning, followUp, stationConsultant",
        "putuo, followUp, stationConsultant",
        "hangtou, followUp, pointConsultant",
        "default, followUp, stationConsultant",
        "chuansha, explainPolicy, pointConsultant",
        "changning, explainPolicy, pointConsultant",
        "default, explainPolicy, pointConsultant",
        "chuansha, prepareMaterials, pointConsultant",
        "changning, prepareMaterials, pointConsultant",
        "default, prepareMaterials, pointConsultant",
        "chuansha, submitToWindow, pointConsultant",
        "changning, submitToWindow, pointConsultant",
        "default, submitToWindow, pointConsultant",
        "default, recordCreditCommitment, pointConsultant",
        "chuansha, acceptApplication, stationConsultant",
        "changning, acceptApplication, stationConsultant",
        "default, acceptApplication, stationConsultant",
        "default, inquireResult, stationConsultant",
        "default, explainResult, pointConsultant",
        "chuansha, linkResource, stationConsultant pointConsultant",
        "changning, linkResource, stationConsultant pointConsultant",
        "songjiang, linkResource, stationConsultant",
        "default, linkResource, stationConsultant",
        "songjiang, coordinateLine, stationConsultant",
        "default, coordinateLine, stationConsultant",
        "default, closeCase, stationLead",
        "default, escalate, stationLead",
        "default, confirmTransferOut, stationLead",
        "default, confirmTransferIn, stationLead",
        "default, confirmDeath, stationLead",
        "default, notifyBenefits, stationConsultant",
        "default, contactRefusal, stationConsultant",
        "default, decideRefusal, stationLead",
        "default, settleWithdrawal, stationConsultant",
        "default, reassessCase, stationConsultant",
        "chuansha, conductVisit, pointConsultant",
        "changning, conductVisit, pointConsultant",
        "songjiang, conductVisit, pointConsultant stationConsultant otherVisitor ngoWorker",
        "putuo, conductVisit, pointConsultant",
        "hangtou, conductVisit, pointConsultant",
        "default, conductVisit, pointConsultant",
        "default, explainMissedVisit, pointLead",
        "default, escalateVisit, stationLead",
        "default, escalateVisitFurther, districtSupervisor",
        "default, contactAfterRefusals, stationConsultant",
        "default, restoreStaffing, stationLead",
    })
    void everyFunctionHasItsRoles(String profile, String function, String roles) {
        assertThat(TABLE.evaluate(Facts.of("profile=%s step=%s".formatted(profile, function))))
                .extracting(row -> row.get("role"))
                .containsExactly((Object[]) roles.split(" "));
    }

    @Test
    void rowsInputsAndOutputsAreCounted() {
        assertThat(TABLE.rowCount()).isEqualTo(88);
        assertThat(TABLE.hitPolicy()).isEqualTo("COLLECT");
        assertThat(TABLE.inputs()).containsExactly("profile", "step");
        assertThat(TABLE.outputs()).containsExactly("role", "source");
    }

    @AfterAll
    static void everyRowIsTested() {
        assertThat(TABLE.untested()).isEmpty();
    }
}
