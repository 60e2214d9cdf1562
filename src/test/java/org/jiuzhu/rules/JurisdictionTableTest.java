package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JurisdictionTableTest {

    private static final Table TABLE = Table.of("jurisdiction");

    @ParameterizedTest
    @CsvSource({
        "chuansha, cadenceAppliesTo, RECIPIENTS, CS 二(二)",
        "changning, cadenceAppliesTo, RECIPIENTS, CN 三(四)1",
        "songjiang, cadenceAppliesTo, DATABASE ILLNESS_ALERT, SJ 二 + SJ 二(三)",
        "putuo, cadenceAppliesTo, SPECIAL_CARE, PT(九)",
        "hangtou, cadenceAppliesTo, HARDSHIP, HT 三(一)1(2)",
        "default, cadenceAppliesTo, RECIPIENTS, assumption",
        "chuansha, visitorRole, POINT, CS 三(三)",
        "changning, visitorRole, POINT, CN 三(四)1",
        "songjiang, visitorRole, STATION POINT GRID_WORKER VOLUNTEER NGO, SJ 三(一)",
        "putuo, visitorRole, POINT, assumption",
        "hangtou, visitorRole, POINT, HT 三(一)1(2)",
        "default, visitorRole, POINT, assumption",
        "chuansha, stationRole, GUIDANCE RESOURCE_LINKING HANDLING TRAINING APPRAISAL, CS 三(二)",
        "changning, stationRole, GUIDANCE ACCEPTANCE RESOURCE_LINKING, CN 三(四)1",
        "songjiang, stationRole, PLAN REFERRAL RESOURCE_LINKING LINE_COORDINATION FOLLOW_UP, SJ 四(四) + SJ 四(四) + SJ 四(四) + SJ 四(四) + SJ 四(五)",
        "putuo, stationRole, HUB, PT(十三)",
        "hangtou, stationRole, GUIDANCE, HT 三(一)1(1)",
        "default, stationRole, PLAN REFERRAL FOLLOW_UP, assumption",
        "chuansha, orgLevel, CONFERENCE STATION POINT NGO_POINT, CS 三(一) + CS 三(二) + CS 三(三) + CS 三(四)",
        "changning, orgLevel, DISTRICT_STATION STATION POINT NGO_POINT, CN 二",
        "songjiang, orgLevel, STATION POINT, SJ 三(一)",
        "putuo, orgLevel, DISTRICT_CONFERENCE STATION POINT, PT 抬头 + PT(十三) + PT(十三)",
        "hangtou, orgLevel, CENTRE POINT PATROL, HT 三(一)1(1) + HT 三(一)1(2) + HT 三(一)1(3)",
        "default, orgLevel, DISTRICT_STATION STATION POINT NGO_POINT, assumption",
        "chuansha, ngoPoint, OPTIONAL, CS 三(四)",
        "changning, ngoPoint, GOAL, CN 二",
        "songjiang, ngoPoint, THIRD_PARTY, SJ 三(一)",
        "hangtou, ngoPoint, TAKES_PART, HT 三(二)1",
        "default, ngoPoint, OPTIONAL, assumption",
        "chuansha, supervisor, JOINT_CONFERENCE, CS 三(一)",
        "changning, supervisor, DISTRICT_BUREAU, CN 四(二)",
        "songjiang, supervisor, DISTRICT_BUREAU, SJ 前言",
        "putuo, supervisor, DISTRICT_BUREAU, PT(五)",
        "hangtou, supervisor, TOWN, HT 四(二)",
        "default, supervisor, DISTRICT_STATION, assumption",
        "chuansha, serviceGroup, S1 S2 S3 S4 S5 S6, CS 二(一) + CS 二(二) + CS 二(三) + CS 二(四) + CS 二(五) + CS 二(六)",
        "changning, serviceGroup, S1 S2 S3 S4 S5 S6, CN 三(四)1",
        "songjiang, serviceGroup, S1 S2 S3 S4 S5, SJ 附件",
        "default, serviceGroup, S1 S2 S3 S4 S5 S6, assumption",
        "chuansha, recordRoute, LEDGER, CS 二(二)",
        "changning, recordRoute, FOUR_LISTS, CN 三(四)2",
        "songjiang, recordRoute, COMMUNITY_CLOUD PAPER_FORM, SJ 五(二)",
        "putuo, recordRoute, COMMUNITY_CLOUD, PT(十五)",
        "hangtou, recordRoute, DATA_TABLE, HT 三(一)2(2)",
        "default, recordRoute, COMMUNITY_CLOUD PAPER_FORM, assumption",
        "chuansha, eligibleOccupation, ASSISTANCE_STAFF COMMITTEE_CADRE COMMUNITY_WORKER SOCIAL_WORKER, CS 一(二)",
        "changning, eligibleOccupation, COMMITTEE_CADRE COMMUNITY_WORKER, CN 三(三)",
        "hangtou, eligibleOccupation, ASSISTANCE_STAFF, HT 三(一)1",
        "default, eligibleOccupation, ASSISTANCE_STAFF COMMITTEE_CADRE COMMUNITY_WORKER SOCIAL_WORKER, assumption",
        "chuansha, trainingOrganiser, STATION TOWN_OFFICE, CS 三(二) + CS 五(三)",
        "changning, trainingOrganiser, STREET, CN 三(三)",
        "putuo, trainingOrganiser, DISTRICT STREET, PT(十一)",
        "hangtou, trainingOrganiser, CENTRE, HT 三(一)1(2)",
        "default, trainingOrganiser, STATION, assumption",
    })
    void everyParameterHasItsValuesAndTheirSources(String profile, String parameter, String values, String sources) {
        var rows = TABLE.evaluate(Facts.of("profile=%s parameter=%s".formatted(profile, parameter)));
        assertThat(rows).extracting(row -> row.get("value")).containsExactly((Object[]) values.split(" "));
        var said = rows.stream().map(row -> (String) row.get("source")).toList();
        assertThat(
                        said.stream().distinct().count() == 1
                                ? said.get(0)
                                : said.stream().collect(Collectors.joining(" + ")))
                .isEqualTo(sources);
    }

    @Test
    void aProfileThatIsSilentHasNoRow() {
        assertThat(TABLE.evaluate(Facts.of("profile=putuo parameter=serviceGroup")))
                .isEmpty();
        assertThat(TABLE.evaluate(Facts.of("profile=songjiang parameter=trainingOrganiser")))
                .isEmpty();
    }

    @Test
    void rowsInputsAndOutputsAreCounted() {
        assertThat(TABLE.rowCount()).isEqualTo(115);
        assertThat(TABLE.hitPolicy()).isEqualTo("COLLECT");
        assertThat(TABLE.inputs()).containsExactly("profile", "parameter");
        assertThat(TABLE.outputs()).containsExactly("value", "source");
    }

    @AfterAll
    static void everyRowIsTested() {
        assertThat(TABLE.untested()).isEmpty();
    }
}
