package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferralRoutingTableTest {

    private static final Table TABLE = Table.of("referral-routing");

    @ParameterizedTest
    @CsvSource({
        "coversNeed=true coversArea=true hasCapacity=true declined=false consentCovers=true, offer",
        "coversNeed=false coversArea=true hasCapacity=true declined=false consentCovers=true, noService",
        "coversNeed=true coversArea=false hasCapacity=true declined=false consentCovers=true, otherArea",
        "coversNeed=true coversArea=true hasCapacity=false declined=false consentCovers=true, noCapacity",
        "coversNeed=true coversArea=true declined=false consentCovers=true, noCapacity",
        "coversNeed=true coversArea=true hasCapacity=true declined=true consentCovers=true, declined",
        "coversNeed=true coversArea=true hasCapacity=true declined=false consentCovers=false, noConsent",
        "coversNeed=false coversArea=false hasCapacity=true declined=true consentCovers=true, noService otherArea declined",
        "'', noService otherArea noCapacity noConsent",
    })
    void anOrganisationIsOfferedOrAllReasonsAgainstItAreTold(String facts, String reasons) {
        var rows = TABLE.evaluate(Facts.of("profile=default " + facts));
        assertThat(rows).extracting(row -> row.get("reason")).containsExactly((Object[]) reasons.split(" "));
        assertThat(rows).allMatch(row -> row.get("offer").equals(reasons.equals("offer")));
    }

    @Test
    void rowsInputsAndOutputsAreCounted() {
        assertThat(TABLE.rowCount()).isEqualTo(6);
        assertThat(TABLE.hitPolicy()).isEqualTo("COLLECT");
        assertThat(TABLE.inputs())
                .containsExactly("profile", "coversNeed", "coversArea", "hasCapacity", "declined", "consentCovers");
        assertThat(TABLE.outputs()).containsExactly("offer", "reason", "source");
    }

    @AfterAll
    static void everyRowIsTested() {
        assertThat(TABLE.untested()).isEmpty();
    }
}
