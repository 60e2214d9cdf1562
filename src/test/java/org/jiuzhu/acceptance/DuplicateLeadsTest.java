package org.jiuzhu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jiuzhu.lifecycle.CaseClosed;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * domain.md section 5: 蒋重复 is reported by a 12345 ticket, the monitoring platform and the head of her stairway within
 * two hours, the last without an ID number, each through its own door.
 */
@JiuzhuTest
class DuplicateLeadsTest {

    private static final String NAME = "蒋重复";
    private static final String ID_NUMBER = "99999919930314014X";
    private static final String PHONE = "13800000140";
    private static final Actor GU = Actors.stationConsultant();

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    @Autowired
    ManagementService management;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    @DisplayName("12. Duplicate leads, three channels")
    void duplicateLeadsThreeChannels() throws Exception {
        long ticket = ticket("2026-07-10T18:00:00+08:00");
        Instant first = received(ticket);
        clock.set("2026-07-06T10:20:00");
        long push = push();
        clock.set("2026-07-06T11:10:00");
        long informant = informant();

        assertThat(desk.tasks("reviewDuplicate"))
                .as("only the one without a number")
                .hasSize(1);
        assertThat(options(desk.task("reviewDuplicate"))).contains("LEAD-" + ticket, "LEAD-" + push);
        desk.complete(
                "reviewDuplicate",
                GU,
                Map.of("duplicate", "YES", "personId", "LEAD-" + ticket, "reason", "同名同电话，楼组长说就是她"));

        List<String> triage = desk.tasks("triageLead");
        assertThat(triage).hasSize(3);
        desk.completeTask(taskOf(ticket), GU, open(ID_NUMBER));
        desk.completeTask(taskOf(push), GU, open(ID_NUMBER));
        allAtOnce();
        desk.completeTask(taskOf(informant), Actors.pointConsultant(), open(null));
        timers.runAsync();

        assertThat(count("assistance_case")).isOne();
        assertThat(count("person")).isOne();
        assertThat(count("household")).isOne();
        assertThat(count("case_lead")).isEqualTo(3);
        Map<String, Object> opened = desk.system(() -> jdbc.queryForMap("select * from assistance_case"));
        assertThat(opened.get("urgency")).as("the strictest").isEqualTo("URGENT");
        assertThat(((Timestamp) opened.get("received_at")).toInstant())
                .as("the earliest")
                .isEqualTo(first);
        assertThat(desk.openKeys()).containsExactly("userTask_verifyLead");
        assertThat(desk.<Integer>system(() -> jdbc.queryForObject("select urgency from work_item", Integer.class)))
                .as("the open task is as urgent as the strictest lead")
                .isEqualTo(Urgency.URGENT.ordinal());
        theLeadsPageLeadsToTheCase(ticket, (String) opened.get("number"));

        closed((Long) opened.get("id"), List.of(ticket, push, informant));
        eachHasItsAnswer(informant);
    }

    private void theLeadsPageLeadsToTheCase(long lead, String caseNumber) throws Exception {
        String page = text(send(get("/leads/" + numberOf(lead)), GU));
        assertThat(page).contains("/cases/" + caseNumber);
    }

    private void eachHasItsAnswer(long informant) throws Exception {
        JsonNode ticket = json(send(get("/api/v1/leads/HOTLINE_12345/GD-140"), "hotline12345", "hotlineClient"));
        assertThat(ticket.path("answers").findValuesAsText("status")).containsExactly("CASE_OPENED", "CASE_CLOSED");
        assertThat(ticket.path("replyDueAt").asText()).as("its own deadline").startsWith("2026-07-10T18:00");
        JsonNode push = json(send(get("/api/v1/leads/PUSH/JC-140"), "monitoring", "pushClient"));
        assertThat(push.path("answers").findValuesAsText("status")).containsExactly("CASE_OPENED", "CASE_CLOSED");
        assertThat(push.has("replyDueAt")).as("none is asked for").isFalse();
        assertThat(desk.<List<String>>system(() -> jdbc.queryForList(
                        "select kind from lead_reply where lead_id = ? order by id", String.class, informant)))
                .containsExactly("CASE_OPENED", "CASE_CLOSED");
        assertThat(desk.<List<String>>system(() -> jdbc.queryForList("select state from lead", String.class)))
                .containsOnly("CLOSED");
    }

    private long ticket(String replyBy) throws Exception {
        MockHttpServletResponse taken = send(
                post("/api/v1/leads")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsBytes(Map.of(
                                "sourceRef",
                                "GD-140",
                                "story",
                                "家里断了收入，孩子还小。",
                                "name",
                                NAME,
                                "idNumber",
                                ID_NUMBER,
                                "phone",
                                PHONE,
                                "committeeCode",
                                Actors.POINT,
                                "dangerToLife",
                                "NO",
                                "replyBy",
                                replyBy))),
                "hotline12345",
                "hotlineClient");
        assertThat(taken.getStatus()).isEqualTo(201);
        return leadOf("HOTLINE_12345");
    }

    private long push() throws Exception {
        MockHttpServletResponse taken = send(
                post("/api/v1/lead-pushes")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsBytes(List.of(Map.of(
                                "sourceRef",
                                "JC-140",
                                "story",
                                "支出型困难预警",
                                "name",
                                NAME,
                                "idNumber",
                                ID_NUMBER.toLowerCase(java.util.Locale.ROOT),
                                "phone",
                                PHONE,
                                "committeeCode",
                                Actors.POINT,
                                "majorChange",
                                true)))),
                "monitoring",
                "pushClient");
        assertThat(taken.getStatus()).isEqualTo(202);
        String number = json(taken).path("number").asText();
        timers.runAsync();
        JsonNode standing = json(send(get("/api/v1/lead-pushes/" + number), "monitoring", "pushClient"));
        assertThat(standing.path("status").asText()).isEqualTo("DONE");
        assertThat(standing.path("rows").path(0).path("status").asText()).isEqualTo("ACCEPTED");
        return leadOf("PUSH");
    }

    private long informant() throws Exception {
        MockHttpServletResponse taken = send(
                post("/leads")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsBytes(Map.of(
                                "source",
                                "NEIGHBOUR_VISIT",
                                "story",
                                "三楼小蒋家好几天没开火",
                                "danger",
                                "UNKNOWN",
                                "personName",
                                NAME,
                                "phone",
                                PHONE,
                                "pointCode",
                                Actors.POINT))),
                "wei.jiashe",
                "informant");
        assertThat(taken.getStatus()).isEqualTo(200);
        return leadOf("INFORMANT");
    }

    /** The jobs that open cases, in threads of their own, at the same moment. */
    private void allAtOnce() throws Exception {
        List<Job> jobs = management.createJobQuery().messages().list();
        assertThat(jobs).hasSize(2);
        ExecutorService threads = Executors.newFixedThreadPool(jobs.size());
        try {
            CyclicBarrier together = new CyclicBarrier(jobs.size());
            List<? extends Future<?>> done = jobs.stream()
                    .map(job -> threads.submit(() -> {
                        together.await();
                        DataScope.system("job").run(() -> management.executeJob(job.getId()));
                        return true;
                    }))
                    .toList();
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void closed(long caseId, List<Long> leads) {
        desk.system(() -> {
            Map<String, Object> row = jdbc.queryForMap("select * from assistance_case where id = ?", caseId);
            events.publishEvent(new CaseClosed(
                    caseId, (String) row.get("number"), (Long) row.get("household_id"), leads, "RESOLVED"));
            return true;
        });
    }

    private static Map<String, Object> open(String idNumber) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "danger", "NO",
                "triage", "OPEN_CASE",
                "householdId", "NEW",
                "personName", NAME,
                "pointCode", Actors.POINT,
                "reason", "情况属实的可能大"));
        if (idNumber != null) {
            answers.put("idNumber", idNumber);
        }
        return answers;
    }

    private String options(String task) throws Exception {
        return text(send(get("/tasks/" + task + "/form").accept(MediaType.APPLICATION_JSON), GU));
    }

    private String taskOf(long lead) {
        return desk.system(() -> jdbc.queryForObject(
                "select task_id from work_item where lead_id = ? and task_key = 'userTask_triageLead'",
                String.class,
                lead));
    }

    private long leadOf(String source) {
        return desk.system(() -> jdbc.queryForObject("select id from lead where source = ?", Long.class, source));
    }

    private String numberOf(long lead) {
        return desk.system(() -> jdbc.queryForObject("select number from lead where id = ?", String.class, lead));
    }

    private Instant received(long lead) {
        return desk.system(
                        () -> jdbc.queryForObject("select received_at from lead where id = ?", Timestamp.class, lead))
                .toInstant();
    }

    private int count(String table) {
        return desk.system(() -> jdbc.queryForObject("select count(*) from " + table, Integer.class));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Actor by) throws Exception {
        return send(request, by.username(), by.roles().toArray(String[]::new));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String username, String... roles)
            throws Exception {
        return http.perform(request.with(user(username).roles(roles)))
                .andReturn()
                .getResponse();
    }

    private JsonNode json(MockHttpServletResponse response) throws Exception {
        return json.readTree(text(response));
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
