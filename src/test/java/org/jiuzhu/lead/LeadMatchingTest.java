package org.jiuzhu.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiuzhu.lead.Tickets.HOTLINE;

import java.util.List;
import java.util.Map;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.Timers;
import org.jiuzhu.support.YunfanTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whom a lead speaks of, where it is not as plain as it looks. */
@JiuzhuTest
class LeadMatchingTest {

    private static final Actor GU = Actors.stationConsultant();
    private static final String ROAD = "松鹤路 1 弄";

    @Autowired
    LeadIntake intake;

    @Autowired
    LeadRepository leads;

    @Autowired
    LeadDesk review;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Homes homes;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    JdbcTemplate jdbc;

    Residents residents;

    @BeforeEach
    void prepare() {
        residents = new Residents(people, households);
    }

    @Test
    void aTelephoneSharedByTwoPeopleIsNobodysName() {
        desk.system(() -> residents.living("赵示例", null, "13800000193"));
        Lead lead = report(said("钱演示", null, "13800000193", Actors.POINT, null));

        assertThat(lead.match()).isEqualTo(Match.NONE);
        assertThat(desk.openKeys()).containsExactly("userTask_triageLead");
    }

    @Test
    void ofTwoOfOneNameAtOneAddressAPersonChooses() {
        desk.system(() -> residents.living("赵示例", null, "13800000193"));
        Household second = desk.system(() -> residents.living("赵示例", null, "13800000194"));
        Lead lead = report(said("赵示例", null, null, Actors.POINT, ROAD));

        assertThat(lead.match()).isEqualTo(Match.POSSIBLE);
        List<String> options = desk.<List<String>>system(() -> review.candidates(lead.id()).visible().stream()
                .map(card -> card.name() + card.phone())
                .toList());
        assertThat(options).containsExactly("赵示例138****0193", "赵示例138****0194");
        desk.complete(
                "reviewDuplicate",
                GU,
                Map.of("duplicate", "YES", "personId", String.valueOf(second.headPersonId()), "reason", "问过楼组长"));

        assertThat(read(lead).householdId()).isEqualTo(second.id());
    }

    @Test
    void aLeadAboutSomebodyOfAnotherStreetGoesWhereSheLives() {
        Household home = homes.ofOne(YunfanTown.POINT, "李虚构", "999999196608150054", "13800000054");
        Lead lead = report(said("李虚构", "999999196608150054", null, Actors.POINT, null));

        assertThat(lead.match()).isEqualTo(Match.CERTAIN);
        assertThat(lead.place().orgCode()).isEqualTo(YunfanTown.POINT);
        assertThat(groups()).containsExactly("stationConsultant:" + YunfanTown.STREET);
        desk.complete("triageLead", YunfanTown.STATION, open(String.valueOf(home.id())));
        timers.runAsync();
        assertThat(count("assistance_case")).isOne();
    }

    @Test
    void withoutANumberTheOtherStreetIsOnlyNamedAndAPersonDecides() {
        Household home = homes.ofOne(YunfanTown.POINT, "李虚构", "999999196608150054", "13800000054");
        Lead lead = report(said("李虚构", null, "13800000054", Actors.POINT, null));
        LeadDesk.Candidates seen =
                new DataScope(DataScope.Level.STREET, Actors.STATION).call(() -> review.candidates(lead.id()));

        assertThat(lead.match()).isEqualTo(Match.POSSIBLE);
        assertThat(seen.visible()).isEmpty();
        assertThat(seen.elsewhere()).containsExactly(Map.entry(home.headPersonId(), "云帆镇"));
        desk.complete(
                "reviewDuplicate",
                GU,
                Map.of("duplicate", "YES", "personId", String.valueOf(home.headPersonId()), "reason", "电话里说搬家前住云帆"));

        assertThat(read(lead).place().orgCode()).isEqualTo(YunfanTown.POINT);
        assertThat(groups()).containsExactly("stationConsultant:" + YunfanTown.STREET);
    }

    @Test
    void aLeadAfterTheCaseIsClosedOpensAnother() {
        Household home = desk.system(residents::zhao);
        report(said("赵示例", Residents.ZHAO_ID, null, null, null));
        desk.complete("triageLead", GU, open(String.valueOf(home.id())));
        timers.runAsync();
        close();
        report(said("赵示例", Residents.ZHAO_ID, null, null, null));
        desk.complete("triageLead", GU, open(String.valueOf(home.id())));
        timers.runAsync();

        assertThat(count("assistance_case")).isEqualTo(2);
        assertThat(count("person")).isOne();
    }

    @Test
    void aCaseClosedMeanwhileTakesNoFurtherLead() {
        Household home = desk.system(residents::zhao);
        report(said("赵示例", Residents.ZHAO_ID, null, null, null));
        desk.complete("triageLead", GU, open(String.valueOf(home.id())));
        timers.runAsync();
        report(said("赵示例", Residents.ZHAO_ID, null, null, null));
        String open =
                desk.system(() -> String.valueOf(jdbc.queryForObject("select id from assistance_case", Long.class)));
        close();

        assertThatThrownBy(() -> desk.complete(
                        "triageLead",
                        GU,
                        Map.of("danger", "NO", "triage", "LINK_TO_CASE", "caseId", open, "reason", "已有个案")))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting("field")
                        .containsExactly("caseId"));
        assertThat(count("case_lead")).isOne();
        assertThat(desk.tasks("triageLead")).hasSize(1);
    }

    @Test
    void twoLeadsWithoutANumberThatAreOnePersonBecomeOneCase() {
        Lead first = report(said("孙虚构", null, "13800000300", Actors.POINT, null));
        Lead second = report(said("孙虚构", null, "13800000300", Actors.POINT, null));
        assertThat(first.match()).isEqualTo(Match.NONE);
        assertThat(second.match()).isEqualTo(Match.POSSIBLE);
        desk.complete(
                "reviewDuplicate", GU, Map.of("duplicate", "YES", "personId", "LEAD-" + first.id(), "reason", "同一个电话"));
        for (String task : desk.tasks("triageLead")) {
            desk.completeTask(task, GU, newcomer("孙虚构"));
        }
        timers.runAsync();

        assertThat(count("assistance_case")).isOne();
        assertThat(count("person")).isOne();
        assertThat(count("case_lead")).isEqualTo(2);
    }

    @Test
    void twoNumbersAreTwoPeopleWhateverElseIsTheSame() {
        report(said("孙虚构", PushFile.idNumber(1), "13800000300", Actors.POINT, ROAD));
        Lead second = report(said("孙虚构", Residents.ZHAO_ID, "13800000300", Actors.POINT, ROAD));

        assertThat(second.match()).isEqualTo(Match.NONE);
    }

    private Lead report(Said said) {
        LeadReceipt receipt =
                intake.receive(Tickets.lead(LeadSource.HOTLINE_12345, null, "求助", said, Safety.UNKNOWN), HOTLINE);
        return desk.system(() -> leads.findByNumber(receipt.number()).orElseThrow());
    }

    private static Said said(String name, String id, String phone, String committee, String road) {
        return new Said(name, id, phone, committee, null, road, null);
    }

    private static Map<String, Object> open(String household) {
        return Map.of("danger", "NO", "triage", "OPEN_CASE", "householdId", household, "reason", "需要上门核实");
    }

    private static Map<String, Object> newcomer(String name) {
        return Map.of(
                "danger", "NO",
                "triage", "OPEN_CASE",
                "householdId", "NEW",
                "personName", name,
                "pointCode", Actors.POINT,
                "reason", "需要上门核实");
    }

    private void close() {
        desk.system(() -> jdbc.update("update assistance_case set closed_at = now(), outcome = 'RESOLVED'"));
    }

    private Lead read(Lead lead) {
        return desk.system(() -> leads.findById(lead.id()).orElseThrow());
    }

    private List<String> groups() {
        return desk.system(() -> jdbc.queryForList("select group_key from work_offer", String.class));
    }

    private int count(String table) {
        return desk.system(() -> jdbc.queryForObject("select count(*) from " + table, Integer.class));
    }
}
