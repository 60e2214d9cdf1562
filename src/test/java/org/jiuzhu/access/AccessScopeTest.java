package org.jiuzhu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.DataScope.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessScopeTest {

    private static final String POINT = "999901005001";
    private static final String NGO = "52999999MJ0000018Y";

    @ParameterizedTest
    @CsvSource({
        "pointConsultant, 999901005001, POINT, 999901005001",
        "pointLead, 999901005001, POINT, 999901005001",
        "stationConsultant, 999901005, STREET, 999901005",
        "stationLead, 999901005, STREET, 999901005",
        "ngoWorker, 52999999MJ0000018Y, NGO, 52999999MJ0000018Y",
        "otherVisitor, 999901005001, VISITOR, 999901005001",
        "districtSupervisor, 999901, DISTRICT, 999901",
        "inspector, 999901, DISTRICT, 999901"
    })
    void aRoleSeesTheOrganisationItWorksIn(String role, String org, Level level, String code) {
        assertThat(scope(org, role)).isEqualTo(new DataScope(level, code));
    }

    @Test
    void theWidestRoleCounts() {
        assertThat(scope("999901005", "pointConsultant", "stationLead"))
                .isEqualTo(new DataScope(Level.STREET, "999901005"));
    }

    @Test
    void aPointRoleAtTheStationSeesNoPoint() {
        assertThat(scope("999901005", "pointConsultant")).isEqualTo(DataScope.NOTHING);
    }

    @Test
    void anNgoNeverSeesAStreet() {
        assertThat(scope(NGO, "stationLead")).isEqualTo(DataScope.NOTHING);
        assertThat(scope(POINT, "ngoWorker")).isEqualTo(DataScope.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"informant", "auditor", "modeler", "administrator", "hotlineClient"})
    void otherRolesSeeNoHousehold(String role) {
        assertThat(scope(POINT, role)).isEqualTo(DataScope.NOTHING);
    }

    @Test
    void somebodyTheRegisterDoesNotKnowSeesNothing() {
        assertThat(AccessScope.of(new Actor("x", "x", Set.of("stationLead"), null, Set.of(), true)))
                .isEqualTo(DataScope.NOTHING);
    }

    @Test
    void aGroupIsTheRoleAtTheOrganisationOfItsKind() {
        assertThat(CurrentActor.groups(Set.of(Role.POINT_CONSULTANT, Role.POINT_LEAD), POINT))
                .containsExactly("pointConsultant:" + POINT, "pointLead:" + POINT);
        assertThat(CurrentActor.groups(Set.of(Role.STATION_LEAD), POINT)).containsExactly("stationLead:999901005");
        assertThat(CurrentActor.groups(Set.of(Role.NGO_WORKER), NGO)).containsExactly("ngoWorker:" + NGO);
        assertThat(CurrentActor.groups(Set.of(Role.DISTRICT_SUPERVISOR), NGO)).isEmpty();
    }

    private static DataScope scope(String org, String... roles) {
        return AccessScope.of(new Actor("x", "x", Set.of(roles), org, Set.of(), true));
    }
}
