package org.jiuzhu.visit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.SafetyFlag;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.LinkedMultiValueMap;

/** A visit told in a few taps: what does not hold is said, and nothing typed is lost. */
@JiuzhuTest
@Import(PointDay.class)
class QuickRecordTest {

    @Autowired
    MockMvcTester pages;

    @Autowired
    Households households;

    @Autowired
    PointDay day;

    @Autowired
    TestClock clock;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    long zhao;
    long qian;

    @BeforeEach
    void twoWhoLiveTogether() {
        zhao = day.person("赵示例", "13800000026");
        qian = day.person("钱演示", null);
        day.live("样板路 88 弄", "12 号 301 室", List.of(zhao, qian));
        day.visiting().owed(zhao, Tier.HIGH, Per.MONTH, LocalDate.of(2026, 7, 1));
        day.visiting().owed(qian, Tier.GENERAL, Per.HALF_YEAR, LocalDate.of(2026, 7, 1));
    }

    @Test
    void theFormKnowsEverybodyThereAndShowsNoNumberInFull() {
        String form = read("/today/record?person=" + qian + "&mode=PHONE");

        assertThat(form)
                .contains("电话记录·赵示例户", "样板路 88 弄 12 号 301 室", "7月·高风险·7月31日", "下半年·一般·12月31日", "138****0026")
                .contains("关心关爱·0.5 小时·7月6日·林试用·救助顾问", "没联系上", "不愿接听")
                .doesNotContain("13800000026", "checked=\"checked\" data-one");
        assertThat(read("/today/record?person=" + qian + "&mode=VISIT")).contains("没有人在", "不愿见面");
        assertThat(pages.get()
                        .uri("/today/record?person=" + qian)
                        .with(user("zhu.yangli").roles("pointLead")))
                .hasStatus(404);
    }

    @Test
    void oneVisitCountsForEveryMemberWhoIsConfirmed() throws Exception {
        var told = told("NO_CHANGE", zhao, qian);

        assertThat(post(told).getRedirectedUrl()).isEqualTo("/today");
        assertThat(settled()).containsExactly("MET", "MET");
        assertThat(sheet()).isEqualTo("赵示例、钱演示 PHONE 0.5 {S51}");

        assertThat(post(told).getRedirectedUrl()).isEqualTo("/today");
        assertThat(count("service_record")).isEqualTo(1);
    }

    @Test
    void onlyWhoIsConfirmedCounts() throws Exception {
        post(told("NO_CHANGE", qian));

        assertThat(desk.system(() ->
                        jdbc.queryForList("select person_id from visit_window where settled_as = 'MET'", Long.class)))
                .containsExactly(qian);
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndWhatWasTypedStays() throws Exception {
        var told = told("REFUSED");
        told.set("content", "老人说今天不想说话。");
        told.set("hours", "0.7");
        MockHttpServletResponse answer = post(told);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("请勾上联系了谁", "请选一项：为什么不愿意", "老人说今天不想说话。", "还有 2 处需要补充")
                .containsPattern("value=\"REFUSED\"[^>]* checked=\"checked\"")
                .doesNotContain("value=\"NOT_TOLD\" selected");

        told.add("people", String.valueOf(zhao));
        told.set("refusalReason", "UNWELL");
        assertThat(post(told).getContentAsString()).contains("0.7", "details class=\"more\" open");
        told.set("hours", "0.5");
        told.set("servedOn", "2026-07-07");
        assertThat(post(told).getStatus()).isEqualTo(422);
        told.set("servedOn", "2026-07-05");
        assertThat(post(told).getRedirectedUrl()).isEqualTo("/today");
        assertThat(desk.system(() -> jdbc.queryForObject(
                        "select outcome || ' ' || reason || ' ' || on_day from visit_contact", String.class)))
                .isEqualTo("REFUSED UNWELL 2026-07-05");
        assertThat(settled()).isEmpty();
    }

    @Test
    void whatSomebodyElseToldMeanwhileIsSaidBeforeASecondRecordIsWritten() throws Exception {
        var mine = told("NO_CHANGE", zhao);
        post(told("NOT_HOME", zhao), "he.yanlian");
        MockHttpServletResponse answer = post(mine);

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("何演练刚刚也记了这一户（电话）", "一切照旧。");
        Matcher seen = Pattern.compile("name=\"seen\" value=\"(\\d+)\"").matcher(answer.getContentAsString());
        assertThat(seen.find()).isTrue();
        mine.set("seen", seen.group(1));
        assertThat(post(mine).getRedirectedUrl()).isEqualTo("/today");
        assertThat(count("visit_contact")).isEqualTo(2);
    }

    @Test
    void aChangeThatIsUrgentIsReportedAtOnce() throws Exception {
        var told = told("CHANGED", zhao);
        told.set("emergency", "YES");
        told.set("content", "老人摔倒在家，已叫 120。");
        post(told);

        assertThat(desk.system(() -> jdbc.queryForObject("select finding from visit_contact", String.class)))
                .isEqualTo("EMERGENCY");
    }

    @Test
    void nobodyIsLedToAnotherAddressAfterwards() throws Exception {
        var told = told("NO_CHANGE", zhao);
        told.set("back", "https://example.org/today");
        assertThat(post(told).getRedirectedUrl()).isEqualTo("/today");
        told.set("request", UUID.randomUUID().toString());
        told.set("back", "/today?order=due");
        assertThat(post(told).getRedirectedUrl()).isEqualTo("/today?order=due");
    }

    @Test
    void theOrderOfTheDayStaysThroughTheRecordAndTheDoor() throws Exception {
        clock.set("2026-07-29T09:30:00");
        String form = PointDay.href(read("/today?order=due"), "电话记录 赵示例户");
        assertThat(form).endsWith("&mode=PHONE&back=%2Ftoday%3Forder%3Ddue");
        String page = read(form);
        assertThat(page)
                .contains(
                        "name=\"back\" value=\"/today?order=due\"", "&amp;mode=WECHAT&amp;back=%2Ftoday%3Forder%3Ddue");

        var door = new LinkedMultiValueMap<String, String>();
        door.add("person", String.valueOf(zhao));
        door.add("back", "/today?order=due");
        assertThat(day.post("/today/stay", door, PointDay.consultant("lin.shiyong"))
                        .getRedirectedUrl())
                .endsWith("&mode=VISIT&back=%2Ftoday%3Forder%3Ddue");
        assertThat(day.post("/today/stay/out", door, PointDay.consultant("lin.shiyong"))
                        .getRedirectedUrl())
                .isEqualTo("/today?order=due");
    }

    @Test
    void whoGoesInAtAFlaggedDoorChecksInAndIsOutWithTheRecord() throws Exception {
        assertThat(read("/today/record?person=" + zhao + "&mode=VISIT")).doesNotContain("进门签到");
        DataScope.system("test").run(() -> households.flag(households.householdOf(zhao), Set.of(SafetyFlag.DOG)));
        assertThat(read("/today/record?person=" + zhao + "&mode=VISIT")).contains("进这一户要签到，60 分钟内出门签退");
        assertThat(read("/today/record?person=" + zhao + "&mode=PHONE")).doesNotContain("进门签到");
        assertThat(read("/today?show=later")).contains("家中有狗、请先签到");

        var door = new LinkedMultiValueMap<String, String>();
        door.add("person", String.valueOf(zhao));
        assertThat(day.post("/today/stay", door, PointDay.consultant("lin.shiyong"))
                        .getRedirectedUrl())
                .isEqualTo("/today/record?person=" + zhao + "&mode=VISIT&back=%2Ftoday");
        assertThat(read("/today")).contains("您 7月6日 09:30 在样板路 88 弄 12 号 301 室签到，7月6日 10:30 前请签退。", "出门签退");
        clock.set("2026-07-06T10:31:00");
        assertThat(day.read("/today", "he.yanlian")).contains("林试用 7月6日 09:30 在样板路 88 弄 12 号 301 室签到，已过");

        var told = told("NO_CHANGE", zhao);
        told.set("mode", "VISIT");
        post(told);
        assertThat(read("/today")).doesNotContain("出门签退");
        assertThat(desk.system(() -> jdbc.queryForObject("select out_by from visit_stay", String.class)))
                .isEqualTo("lin.shiyong");
    }

    private LinkedMultiValueMap<String, String> told(String outcome, long... members) {
        return PointDay.told(zhao, outcome, members);
    }

    private MockHttpServletResponse post(LinkedMultiValueMap<String, String> told) {
        return post(told, "lin.shiyong");
    }

    private MockHttpServletResponse post(LinkedMultiValueMap<String, String> told, String username) {
        return day.post("/today/record", told, PointDay.consultant(username));
    }

    private String read(String address) {
        return day.read(address, "lin.shiyong");
    }

    private List<String> settled() {
        return desk.system(() ->
                jdbc.queryForList("select settled_as from visit_window where settled_at is not null", String.class));
    }

    private String sheet() {
        return desk.system(() -> jdbc.queryForObject(
                "select resident_name || ' ' || mode || ' ' || hours || ' ' || items::text from service_record",
                String.class));
    }

    private long count(String table) {
        return desk.<Long>system(() -> jdbc.queryForObject("select count(*) from " + table, Long.class));
    }
}
