package org.jiuzhu.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiuzhu.support.Actors.NGO_1;
import static org.jiuzhu.support.Actors.NGO_2;
import static org.jiuzhu.support.Actors.OTHER_POINT;
import static org.jiuzhu.support.Actors.POINT;
import static org.jiuzhu.support.Actors.STATION;

import java.time.LocalDate;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.network.Consultant.Filing;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JiuzhuTest
class RoutingTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-07-06");

    @Autowired
    Routing routing;

    @Autowired
    Network network;

    @Autowired
    Register register;

    @Autowired
    VisitMandates mandates;

    @Test
    void aPointsTaskGoesToItsConsultants() {
        assertThat(routing.groups("verifyLead", POINT)).containsExactly("pointConsultant:" + POINT);
    }

    @Test
    void theStationGetsWhatItsFunctionIsAndWhatHasNoPoint() {
        assertThat(routing.groups("reviewAssessment", POINT)).containsExactly("stationConsultant:" + STATION);
        assertThat(routing.groups("followUp", POINT)).containsExactly("stationConsultant:" + STATION);
        assertThat(routing.groups("verifyLead", STATION)).containsExactly("stationConsultant:" + STATION);
    }

    @Test
    void anEmergencyIsOfferedToBothLeadsAtOnce() {
        assertThat(routing.groups("emergencyResponse", POINT))
                .containsExactlyInAnyOrder("pointLead:" + POINT, "stationLead:" + STATION);
    }

    @Test
    void aPointWithoutAnybodyFiledFallsBackToItsStation() {
        network.consultantsAt(POINT).forEach(c -> register.setFiling(c.username(), Filing.WITHDRAWN, TODAY));
        assertThat(routing.groups("verifyLead", POINT)).containsExactly("stationConsultant:" + STATION);
        assertThat(routing.groups("emergencyResponse", POINT)).containsExactly("stationLead:" + STATION);
    }

    @Test
    void aVisitIsOfferedToEverybodyWhomTheNoticeNamesAndWhoIsThere() {
        assertThat(routing.groups("conductVisit", POINT))
                .containsExactly("pointConsultant:" + POINT, "stationConsultant:" + STATION, "otherVisitor:" + POINT);
        assertThat(routing.groups("conductVisit", OTHER_POINT))
                .containsExactly(
                        "pointConsultant:" + OTHER_POINT, "stationConsultant:" + STATION, "ngoWorker:" + NGO_1);
        assertThat(routing.groups("conductVisit", DemoNetwork.FANYING))
                .containsExactly("pointConsultant:" + DemoNetwork.FANYING);
    }

    @Test
    void aSocialOrganisationIsOfferedTheVisitsThatItIsEntrustedWith() {
        assertThat(routing.groups("conductVisit", DemoNetwork.ZHUXI))
                .containsExactly(
                        "pointConsultant:" + DemoNetwork.ZHUXI, "stationConsultant:" + STATION, "ngoWorker:" + NGO_1);

        mandates.end(NGO_1, DemoNetwork.ZHUXI, Actors.stationLead());
        mandates.entrust(NGO_2, STATION, Actors.stationLead());
        assertThat(routing.groups("conductVisit", DemoNetwork.ZHUXI))
                .containsExactly(
                        "pointConsultant:" + DemoNetwork.ZHUXI, "stationConsultant:" + STATION, "ngoWorker:" + NGO_2);
        assertThat(routing.groups("conductVisit", POINT)).contains("ngoWorker:" + NGO_2);

        register.setActive(NGO_2, false);
        assertThat(routing.groups("conductVisit", POINT)).doesNotContain("ngoWorker:" + NGO_2);
    }

    @Test
    void nobodyExplainsWhatOnlyTheyCouldHaveDone() {
        assertThat(routing.groups("explainMissedVisit", POINT)).containsExactly("pointLead:" + POINT);
        assertThat(routing.groups("explainMissedVisit", OTHER_POINT)).containsExactly("stationLead:" + STATION);
    }

    @Test
    void theSupervisorAboveTheStationIsToldLast() {
        assertThat(routing.groups("escalateVisit", POINT)).containsExactly("stationLead:" + STATION);
        assertThat(routing.groups("escalateVisitFurther", POINT)).containsExactly("districtSupervisor:999901");
    }

    @Test
    void aSocialOrganisationsTaskStaysWithIt() {
        assertThat(routing.groups("acceptReferral", NGO_1)).containsExactly("ngoWorker:" + NGO_1);
    }

    @Test
    void whatIsLateIsEscalatedToTheStationLead() {
        assertThat(routing.groups(POINT)).containsExactly("stationLead:" + STATION);
    }

    @Test
    void onlyTheFiledAreCounted() {
        assertThat(network.filedConsultantsAt(OTHER_POINT)).isEqualTo(1);
        assertThat(network.consultantsAt(OTHER_POINT)).hasSize(2);
    }

    @Test
    void anUnknownCommitteeIsRefusedByItsCode() {
        assertThatThrownBy(() -> network.unit("999901005099")).isInstanceOfSatisfying(Refusal.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
            assertThat(refused.args()).containsExactly("999901005099");
        });
    }

    @Test
    void aSocialOrganisationStandsUnderItsStreet() {
        assertThat(network.place(NGO_1)).isEqualTo(new Place("999901", STATION, null));
    }
}
