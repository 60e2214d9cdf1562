package org.jiuzhu.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.jiuzhu.demo.DemoClock;
import org.jiuzhu.demo.Route;
import org.jiuzhu.support.Chromium;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.RunningProduct;
import org.jiuzhu.support.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;

/** A reminder, an overdue task and an escalation within a few steps of the demo clock. */
@RunningProduct
class DemoClockTest {

    private static final Map<String, String> NEXT = Map.of("step", "next");
    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate rest;

    @Autowired
    Town town;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void stepsOnThePageShowAReminderAndThenAnEscalation() {
        town.caseAt("verifyLead", "赵示例", Route.CASE);
        try (Colleague lead = colleague("he.yanlian");
                Colleague station = colleague("lu.shifan")) {
            station.open("/tasks");
            assertThat(station.row("核实线索", "赵示例")).hasCount(0);

            stepUntil(lead, "已提醒");
            assertThat(lead.row("核实线索", "赵示例")).containsText("已提醒");
            assertThat(lead.row("核实线索", "赵示例").locator(".chip.overdue")).hasCount(0);

            stepUntil(lead, "已上报站点负责人");
            assertThat(lead.row("核实线索", "赵示例").locator(".chip.overdue")).hasCount(1);
            assertThat(lead.row("核实线索", "赵示例")).containsText("已上报站点负责人");
            station.open("/tasks?overdue=true");
            assertThat(station.row("核实线索", "赵示例")).containsText("已上报站点负责人");
        }
    }

    @Test
    void theSameByApi() {
        town.caseAt("verifyLead", "赵示例", Route.CASE);

        Instant reminded = moveUntil("reminded_at");
        assertThat(column("escalated_at")).isNull();
        Instant escalated = moveUntil("escalated_at");

        assertThat(escalated).isAfter(reminded);
        assertThat(column("escalated_at")).isNotNull();
        assertThat(column("due_at")).isBeforeOrEqualTo(Timestamp.from(escalated));
    }

    @Test
    void onlyForward() {
        ResponseEntity<JsonNode> refused = move(Map.of("to", "2026-07-01T09:00"));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().path("title").asText()).isEqualTo("演示时钟只能向前，请另选一个以后的时间。");
    }

    @Test
    void notWhileASecondNodeIsAlive() {
        town.caseAt("verifyLead", "赵示例", Route.CASE);
        desk.system(() -> jdbc.update("insert into node_alive (node, seen_at) values ('another', now())"));

        ResponseEntity<JsonNode> refused = move(NEXT);

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(refused.getBody().path("title").asText()).startsWith("现在有两个节点在运行，演示时钟不能移动。");
        assertThat(column("reminded_at")).isNull();
        try (Colleague lead = colleague("he.yanlian")) {
            lead.open("/demo/clock");
            lead.page.locator("form[action$='/demo/clock/next'] button").click();
            assertThat(lead.page.locator("h1")).containsText("现在有两个节点在运行");
        }
    }

    @Test
    void inProductionThereIsNone() throws ClassNotFoundException {
        Class<?> pages = Class.forName("org.jiuzhu.demo.web.ClockController");

        new WebApplicationContextRunner()
                .withUserConfiguration(DemoClock.class, pages)
                .withPropertyValues("jiuzhu.mode=production")
                .run(context -> {
                    org.assertj.core.api.Assertions.assertThat(context.getStartupFailure())
                            .isNull();
                    org.assertj.core.api.Assertions.assertThat(context.getBeansOfType(DemoClock.class))
                            .isEmpty();
                    org.assertj.core.api.Assertions.assertThat(context.getBeansOfType(pages))
                            .isEmpty();
                });
    }

    /** By way of the midnights between, at which a round is run. */
    private static void stepUntil(Colleague lead, String words) {
        for (int nights = 0; nights < 10; nights++) {
            step(lead);
            if (lead.row("核实线索", "赵示例").innerText().contains(words)) {
                return;
            }
        }
        throw new AssertionError("No step led to " + words);
    }

    private Instant moveUntil(String column) {
        Instant now = Instant.MIN;
        for (int nights = 0; column(column) == null && nights < 10; nights++) {
            now = Instant.parse(move(NEXT).getBody().path("now").asText());
        }
        assertThat(column(column)).as(column).isNotNull();
        return now;
    }

    private static void step(Colleague lead) {
        lead.open("/demo/clock");
        lead.page.locator("form[action$='/demo/clock/next'] button").click();
        lead.page.waitForURL("**/demo/clock");
        lead.looksRight();
        lead.open("/tasks");
    }

    private ResponseEntity<JsonNode> move(Map<String, String> how) {
        return rest.withBasicAuth("he.yanlian", "demo").postForEntity("/api/v1/demo/clock", how, JsonNode.class);
    }

    private Timestamp column(String name) {
        return desk.system(() -> jdbc.queryForObject(
                "select " + name + " from work_item where task_key = 'userTask_verifyLead'", Timestamp.class));
    }

    private Colleague colleague(String username) {
        return new Colleague(chromium, "http://127.0.0.1:" + port, 1280, "zh").logIn(username);
    }
}
