package org.jiuzhu.visit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.servicerecord.Sheets;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.DataScope.Level;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.Spreadsheets;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.visit.VisitReport;
import org.jiuzhu.visit.VisitReport.Finding;
import org.jiuzhu.visit.VisitReport.Told;
import org.jiuzhu.visit.VisitReports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 60 people are owed July; 赵示例 was visited on the 14th, one of the others made up for it in August. */
@JiuzhuTest
class LedgerPagesTest {

    private static final String LEDGER = "/visits/ledger";
    private static final UserRequestPostProcessor POINT = user("lin.shiyong").roles("pointConsultant");
    private static final UserRequestPostProcessor STATION = user("gu.yangban").roles("stationConsultant");
    private static final UserRequestPostProcessor INFORMANT = user("yu.xinxi").roles("informant");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    VisitReports reports;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    TestClock clock;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void july() {
        clock.set("2026-07-01T09:00:00");
        long zhao = owed("赵示例");
        long qian = owed("钱演示");
        for (int more = 0; more < 58; more++) {
            owed("周练习");
        }
        clock.set("2026-07-14T15:00:00");
        visit(zhao, "2026-07-14");
        clock.set("2026-08-03T15:00:00");
        visit(qian, "2026-08-03");
    }

    @Test
    void thePointReadsItsLedgerPageByPageWithFiguresThatAreLists() {
        String first = page(LEDGER + "?month=2026-07", POINT);
        assertThat(first)
                .contains(
                        "应访 60 次，已访 1 次",
                        "全部 60",
                        "未访 59",
                        "已完成 1",
                        "有补访 1",
                        "已显示 50 期，共 60 期",
                        "from=50",
                        "/records?number=JL-2026-000002",
                        "8月3日补访，本期仍记未访")
                .doesNotContain("??", "居村未知");
        assertThat(page(LEDGER + "?month=2026-07&from=50", POINT))
                .contains("周练习", "已显示 60 期，共 60 期")
                .doesNotContain("赵示例");
        assertThat(page(LEDGER + "?month=2026-07&show=met", POINT))
                .contains("7月14日·走访·林试用", "已显示 1 期，共 1 期")
                .doesNotContain("钱演示");
        assertThat(page(LEDGER + "?month=2026-06", POINT)).contains("这个月没有应走访的");
        assertThat(page(LEDGER + "?month=soon&asOf=never&show=x&lang=en", POINT))
                .contains("Visit ledger", "Still open")
                .doesNotContain("??");
    }

    @Test
    void aPastDayIsShownAsItWas() {
        assertThat(page(LEDGER + "?month=2026-07&asOf=2026-07-10", POINT))
                .contains("这是7月10日当天看到的台账", "应访 60 次，已访 0 次", "还没到期 60")
                .doesNotContain("补访，本期");
    }

    @Test
    void theStationChoosesAPointAndOthersReadNothing() {
        assertThat(page(LEDGER + "?month=2026-07&point=" + Actors.POINT, STATION))
                .contains("全部 60", "居村未知");
        assertThat(mvc.get().uri(LEDGER + "?point=999901001001").with(STATION)).hasStatus(404);
        assertThat(mvc.get().uri(LEDGER).with(INFORMANT)).hasStatus(403);
        assertThat(mvc.get().uri(LEDGER + ".xlsx").with(INFORMANT)).hasStatus(403);
    }

    @Test
    void itIsPrintedWithAllItsLinesAndItsFigures() {
        assertThat(page(LEDGER + "/sheet?month=2026-07", POINT))
                .contains("走访台账", "2026年7月", "截至 8月3日", "<td>60</td>", "应访次数", "林试用")
                .doesNotContain("??");
    }

    @Test
    void itIsASpreadsheetWithFiguresAsNumbersAndWordsAsText() throws IOException {
        var answer = mvc.get()
                .uri(LEDGER + ".xlsx?month=2026-07")
                .with(POINT)
                .exchange()
                .getResponse();

        assertThat(answer.getHeader("Content-Disposition"))
                .contains("visits-999901005001-2026-07-as-of-2026-08-03.xlsx");
        assertThat(Spreadsheets.text(answer.getContentAsByteArray()))
                .contains("赵示例", "2026-07-14", "JL-2026-000001", "应访次数", "<v>60</v>")
                .doesNotContain("<f>");
    }

    @Test
    void everyReadingIsOnRecord() {
        page(LEDGER + "?month=2026-07", POINT);
        page(LEDGER + "/sheet?month=2026-07", POINT);

        assertThat(desk.<List<String>>system(() -> jdbc.queryForList(
                        "select detail from audit_event where kind = 'SENSITIVE_READ' and subject_type = 'visitLedger' order by id",
                        String.class)))
                .containsExactly("screen 2026-07 as of 2026-08-03", "print 2026-07 as of 2026-08-03");
    }

    private long owed(String name) {
        long person = desk.system(() -> {
            long id = people.register(new NewPerson(Actors.POINT, name, null, null))
                    .id();
            households.register(new NewHousehold(Actors.POINT, "松鹤路 1 弄", "2 号", id));
            return id;
        });
        desk.system(() -> jdbc.update(
                """
                insert into visit_step (person_id, from_on, reason, tier, tier_reason, duties, on_nodes, profile, rules,
                    recorded_at, recorded_by, district_code, street_code, point_code)
                values (?, '2026-07-01', 'ENTERED', 'HIGH', 'majorChange', 'MONTH:1:HOME_PHONE:false', '', 'songjiang',
                    'visit-tier:1', '2026-07-01 09:00+08', 'system', '999901', '999901005', ?)
                """,
                person,
                Actors.POINT));
        return person;
    }

    private void visit(long person, String on) {
        new DataScope(Level.POINT, Actors.POINT)
                .run(() -> reports.report(
                        VisitReport.of(
                                UUID.randomUUID(),
                                List.of(Told.met(person, Finding.NO_CHANGE)),
                                Sheets.on(LocalDate.parse(on)),
                                null),
                        Actors.pointConsultant()));
    }

    private String page(String uri, UserRequestPostProcessor reader) {
        MvcTestResult response = mvc.get().uri(uri).with(reader).exchange();
        assertThat(response).hasStatusOk();
        return new String(response.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
