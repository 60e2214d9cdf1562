package org.jiuzhu.lead.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuzhu.lead.Tickets.HOTLINE;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiuzhu.lead.LeadIntake;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.Safety;
import org.jiuzhu.lead.Tickets;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The list of leads, the entry form's fields per source, and the two logs. */
@JiuzhuTest
class LeadPagesTest {

    private static final UserRequestPostProcessor LIN = user("lin.shiyong").roles("pointConsultant");
    private static final UserRequestPostProcessor GU = user("gu.yangban").roles("stationConsultant");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    LeadIntake intake;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void theListShowsTheReadersOwnLeadsAPageAtATime() {
        for (int i = 1; i <= 30; i++) {
            ticket("L-" + i, "某甲" + i, Actors.POINT);
        }
        ticket("L-31", "别处人", Actors.OTHER_POINT);

        String first = text(mvc.get().uri("/leads").with(LIN).exchange());
        assertThat(first).contains("某甲30", "某甲6<").doesNotContain("某甲5<", "别处人");
        assertThat(first).contains("/leads?which=IN_HAND&amp;after=");
        String next = first.replaceAll("(?s).*href=\"(/leads\\?which=IN_HAND&amp;after=\\d+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(text(mvc.get().uri(next).with(LIN).exchange()))
                .contains("某甲5<", "某甲1<")
                .doesNotContain("某甲6<");
        assertThat(text(mvc.get().uri("/leads").with(GU).exchange())).contains("别处人");
    }

    @Test
    void theListIsNarrowedBySourceStateAndDueReply() {
        ticket("L-40", "热线人", Actors.POINT);
        intake.receive(
                Tickets.lead(
                        LeadSource.DEPARTMENT, "D-1", "转介", Tickets.named("部门人", null, Actors.POINT), Safety.UNKNOWN),
                HOTLINE);

        assertThat(list("?source=DEPARTMENT")).contains("部门人").doesNotContain("热线人");
        assertThat(list("?owed=true")).contains("热线人").doesNotContain("部门人");
        assertThat(list("?which=SETTLED")).contains("没有这样的线索");
        assertThat(list("?source=PIGEON")).contains("部门人", "热线人");
    }

    @Test
    void aDepartmentsTransferHasItsDepartmentAndNumber() {
        assertThat(form(Map.of(
                        "source", "DEPARTMENT",
                        "story", "转来一户",
                        "danger", "NO",
                        "department", "HEALTH",
                        "sourceRef", "WJ-2026-7",
                        "happenedOn", "2026-07-03")))
                .hasStatusOk();

        assertThat(desk.<Map<String, Object>>system(() -> jdbc.queryForMap(
                        "select source, source_ref, from_department, received_at::text as at from lead")))
                .containsEntry("source", "DEPARTMENT")
                .containsEntry("source_ref", "WJ-2026-7")
                .containsEntry("from_department", "HEALTH");
        assertThat(text(mvc.get().uri("/leads/" + number()).with(GU).exchange()))
                .contains("卫生健康部门", "WJ-2026-7");
        assertThat(form(Map.of("source", "DEPARTMENT", "story", "转来一户", "danger", "NO")))
                .as("a department is needed")
                .hasStatus(422);
    }

    @Test
    void nothingIsFoundTomorrowAndATelephoneIsATelephone() {
        assertThat(fieldOf(form(
                        Map.of("source", "OWN_FINDING", "story", "摔伤", "danger", "NO", "happenedOn", "2026-07-07"))))
                .isEqualTo("happenedOn");
        assertThat(fieldOf(form(Map.of("source", "OWN_FINDING", "story", "摔伤", "danger", "NO", "phone", "没有电话"))))
                .isEqualTo("phone");
        assertThat(fieldOf(
                        form(Map.of("source", "OWN_FINDING", "story", "摔伤", "danger", "NO", "phone", "1234567890123"))))
                .isEqualTo("phone");
        assertThat(fieldOf(message("{\"story\":\"摔伤\",\"receivedAt\":\"2026-07-07T00:00:00+08:00\"}")))
                .isEqualTo("receivedAt");
        assertThat(fieldOf(message("{\"story\":\"摔伤\",\"replyBy\":\"2026-07-01T00:00:00+08:00\"}")))
                .isEqualTo("replyBy");
        assertThat(count("lead")).isZero();
    }

    @Test
    void aPatrolFindingGoesToTheStationAsUrgent() {
        assertThat(form(Map.of("source", "PATROL", "story", "桥洞下有人", "danger", "NO")))
                .hasStatusOk();

        assertThat(desk.<Map<String, Object>>system(() -> jdbc.queryForMap("select source, urgency, route from lead")))
                .containsEntry("source", "PATROL")
                .containsEntry("urgency", "URGENT")
                .containsEntry("route", "triageAtStation");
    }

    @Test
    void aCallIsWrittenDownAndBecomesALeadOnlyIfSomebodyNeedsHelp() {
        String page = text(mvc.get().uri("/leads/log/calls").with(GU).exchange());
        assertThat(page).contains("服务时间：工作日 09:00-18:00 [A]");
        assertThat(write("calls", GU, Map.of("words", "问怎么办低保", "lead", "NO", "who", "王女士")))
                .hasStatus3xxRedirection();
        assertThat(count("lead")).isZero();
        assertThat(write("calls", GU, Map.of("words", "邻居三天没出门", "lead", "YES", "phone", "13800000001")))
                .hasStatus3xxRedirection();

        assertThat(desk.<Map<String, Object>>system(() -> jdbc.queryForMap("select source, route from lead")))
                .containsEntry("source", "STREET_HOTLINE")
                .containsEntry("route", "triageAtStation");
        assertThat(text(mvc.get().uri("/leads/log/calls").with(GU).exchange()))
                .contains("问怎么办低保", "王女士", "邻居三天没出门", number());
        assertThat(mvc.get().uri("/leads/log/calls").with(LIN)).hasStatus(404);
        assertThat(desk.<List<Map<String, Object>>>system(() -> jdbc.queryForList("select * from field_log"))
                        .toString())
                .doesNotContain("王女士", "13800000001");
    }

    @Test
    void aPatrolIsWrittenDownByThePointToo() {
        assertThat(write("patrols", LIN, Map.of("words", "一切正常", "lead", "NO", "who", "第一队")))
                .hasStatus3xxRedirection();
        assertThat(write("patrols", LIN, Map.of("words", "桥洞下有人", "lead", "YES", "happenedAt", "2026-07-06T08:00")))
                .hasStatus3xxRedirection();

        assertThat(count("lead")).isOne();
        assertThat(text(mvc.get().uri("/leads/log/patrols").with(GU).exchange()))
                .contains("第一队", "桥洞下有人");
    }

    @Test
    void theLogsRefuseWhatDoesNotHoldAtItsField() {
        MvcTestResult refused = write(
                "calls", GU, Map.of("words", " ", "happenedAt", "2026-07-07T08:00", "phone", "没有", "pointCode", "x"));
        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains(
                        "href=\"#words\"",
                        "href=\"#happenedAt\"",
                        "href=\"#phone\"",
                        "href=\"#pointCode\"",
                        "href=\"#lead\"");
        assertThat(write("calls", GU, Map.of("words", "好", "lead", "NO", "happenedAt", "昨天")))
                .hasStatus(422);
        assertThat(count("field_log")).isZero();
    }

    private void ticket(String ref, String name, String committee) {
        intake.receive(
                Tickets.lead(LeadSource.HOTLINE_12345, ref, "求助", Tickets.named(name, null, committee), Safety.UNKNOWN),
                HOTLINE);
    }

    private String list(String query) {
        return text(mvc.get().uri("/leads" + query).with(GU).exchange());
    }

    private MvcTestResult form(Map<String, String> answers) {
        String json = answers.entrySet().stream()
                .map(answer -> "\"" + answer.getKey() + "\":\"" + answer.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        return mvc.post()
                .uri("/leads")
                .with(LIN)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private MvcTestResult message(String json) {
        return mvc.post()
                .uri("/api/v1/leads")
                .with(LIN)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private MvcTestResult write(String log, UserRequestPostProcessor by, Map<String, String> values) {
        var request = mvc.post().uri("/leads/log/" + log).with(by).with(csrf());
        values.forEach(request::param);
        return request.exchange();
    }

    private static String fieldOf(MvcTestResult refused) {
        assertThat(refused).hasStatus(422);
        return text(refused).replaceAll("(?s).*\"fields\":\\[\\{\"field\":\"([^\"]+)\".*", "$1");
    }

    private String number() {
        return desk.system(() -> jdbc.queryForObject("select number from lead", String.class));
    }

    private int count(String table) {
        return desk.system(() -> jdbc.queryForObject("select count(*) from " + table, Integer.class));
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
