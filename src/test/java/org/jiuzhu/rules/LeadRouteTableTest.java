package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadRouteTableTest {

    private static final Table TABLE = Table.of("lead-route");

    @ParameterizedTest
    @CsvSource({
        "urgency=EMERGENCY channel=CONSULTANT consultantAtPoint=true, triageEmergency, emergency",
        "urgency=EMERGENCY channel=WALK_IN consultantAtPoint=false, triageEmergency, emergency",
        "urgency=NORMAL channel=STREET_HOTLINE consultantAtPoint=true, triageAtStation, atTheStation",
        "urgency=URGENT channel=WALK_IN consultantAtPoint=true, triageAtStation, atTheStation",
        "urgency=NORMAL channel=HOTLINE_12345 consultantAtPoint=true, triageAtStation, passedOn",
        "urgency=NORMAL channel=DEPARTMENT consultantAtPoint=true, triageAtStation, passedOn",
        "urgency=NORMAL channel=PUSH consultantAtPoint=true, triageAtStation, passedOn",
        "urgency=URGENT channel=PATROL consultantAtPoint=true, triageAtStation, passedOn",
        "urgency=NORMAL channel=INFORMANT consultantAtPoint=false, triageAtStation, nobodyAtThePoint",
        "urgency=NORMAL channel=INFORMANT, triageAtStation, nobodyAtThePoint",
        "urgency=NORMAL channel=CONSULTANT consultantAtPoint=true, triageAtPoint, otherwise",
        "urgency=URGENT channel=RESIDENT consultantAtPoint=true, triageAtPoint, otherwise",
    })
    void aLeadGoesToThoseWhoCanTriageIt(String facts, String route, String reason) {
        assertThat(TABLE.only(Facts.of("profile=default " + facts)))
                .containsEntry("route", route)
                .containsEntry("reason", reason);
    }

    @Test
    void rowsInputsAndOutputsAreCounted() {
        assertThat(TABLE.rowCount()).isEqualTo(5);
        assertThat(TABLE.hitPolicy()).isEqualTo("FIRST");
        assertThat(TABLE.inputs()).containsExactly("profile", "urgency", "channel", "consultantAtPoint");
        assertThat(TABLE.outputs()).containsExactly("route", "reason", "source");
    }

    @AfterAll
    static void everyRowIsTested() {
        assertThat(TABLE.untested()).isEmpty();
    }
}
