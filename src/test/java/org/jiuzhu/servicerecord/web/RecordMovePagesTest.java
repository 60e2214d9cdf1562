package org.jiuzhu.servicerecord.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.servicerecord.WrittenRecords;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@JiuzhuTest
class RecordMovePagesTest {

    @Autowired
    MockMvcTester pages;

    @Autowired
    ObjectMapper json;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    Browsing lin;
    Browsing lead;
    long wrong;
    long right;
    long namesake;
    String record;

    @BeforeEach
    void aRecordOnTheWrongHousehold() {
        lin = new Browsing(pages, json, Actors.pointConsultant());
        lead = new Browsing(pages, json, Actors.stationLead());
        wrong = resident(Actors.POINT, "赵示例", "999999195003120026");
        right = resident(Actors.OTHER_POINT, "钱演示", "999999196608150054");
        namesake = resident(Actors.POINT, "钱演示", "999999194705180010");
        Map<String, Object> answers = new HashMap<>(WrittenRecords.visit("赵示例", "林试用", "2026-07-06"));
        MvcTestResult saved = lin.post("/records/new?personId=" + wrong + "&request=" + UUID.randomUUID(), answers);
        record = lin.json(saved).path("location").asText();
    }

    @Test
    void twoOfOneNameAreToldApartAndTheRightOneIsChosen() {
        String found = Browsing.text(lead.submit(record + "/move", Map.of("find", "1", "q", "钱演示", "reason", "选错了人")));
        assertThat(found).contains("证件尾号 0054", "证件尾号 0010", "选错了人");

        assertThat(lead.submit(
                        record + "/move",
                        Map.of("move", "1", "person", String.valueOf(right), "q", "钱演示", "reason", "选错了人")))
                .hasRedirectedUrl(record);

        assertThat(Browsing.text(lead.get(record))).contains("归到另一户", "陆示范", "理由：选错了人");
        assertThat(lin.get(record)).hasStatus(404);
        assertThat(lead.submit(record + "/move", Map.of("back", "1", "reason", "没有选错")))
                .hasRedirectedUrl(record);
        assertThat(lin.get(record)).hasStatusOk();
    }

    @Test
    void withoutAPersonOrAReasonThePageSaysSoAndKeepsWhatWasWritten() {
        MvcTestResult nobody = lead.submit(record + "/move", Map.of("move", "1", "q", "钱演示", "reason", "选错了人"));
        assertThat(nobody).hasStatus(422);
        assertThat(Browsing.text(nobody)).contains("请选一个人", "选错了人", "证件尾号 0054");

        MvcTestResult silent = lead.submit(
                record + "/move", Map.of("move", "1", "person", String.valueOf(right), "q", "钱演示", "reason", " "));
        assertThat(silent).hasStatus(422);
        assertThat(Browsing.text(silent)).contains("请填写这一项");
    }

    @Test
    void theMenuOfARecordOffersItToWhoMayOnly() {
        var colleague =
                new Browsing(pages, json, Actors.at("he.yanlian", "何演练", Actors.POINT, "pointLead", "pointConsultant"));

        assertThat(Browsing.text(lin.get(record))).contains("不是这一户的记录");
        assertThat(Browsing.text(colleague.get(record))).doesNotContain("不是这一户的记录");
        assertThat(colleague.get(record + "/move")).hasStatus(403);
    }

    @Test
    void whoReadsARecordIsWrittenDownAndWhatItSaysIsNot() {
        lin.get(record);
        lead.get(record + "/sheet");

        List<Map<String, Object>> read = desk.system(
                () -> jdbc.queryForList(
                        "select actor, subject_id, detail from audit_event where kind = 'SENSITIVE_READ' and subject_type = 'record' order by id"));
        assertThat(read).extracting(row -> row.get("actor")).containsExactly("lin.shiyong", "lu.shifan");
        assertThat(read).allSatisfy(row -> {
            assertThat(row.get("subject_id")).asString().startsWith("JL-2026-");
            assertThat(row).containsEntry("detail", "version 1");
        });
    }

    private long resident(String point, String name, String idNumber) {
        return desk.system(() -> {
            long person =
                    people.register(new NewPerson(point, name, idNumber, null)).id();
            households.register(new NewHousehold(point, "松鹤路 1 弄", "2 号 301", person));
            return person;
        });
    }
}
