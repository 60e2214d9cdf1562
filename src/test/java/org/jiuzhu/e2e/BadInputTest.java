package org.jiuzhu.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jiuzhu.demo.Route;
import org.jiuzhu.support.Chromium;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.RunningProduct;
import org.jiuzhu.support.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people see when something is not as it should be, and what stands in the tables afterwards. */
@RunningProduct
class BadInputTest {

    private static final String SCRIPT = "<img src=x onerror=\"window.ran=1\"><script>window.ran=1</script>";
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

    @Autowired
    Clock clock;

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
    void aScriptInANameIsTextOnEveryPage() {
        String name = "<b>甲</b>" + SCRIPT;
        var ticket = rest.withBasicAuth("hotline12345", "demo")
                .postForEntity(
                        "/api/v1/leads",
                        Map.of("sourceRef", "GD-1", "name", name, "story", SCRIPT, "committeeCode", "999901005001"),
                        JsonNode.class);
        String number = ticket.getBody().path("number").asText();
        try (Colleague station = colleague("gu.yangban")) {
            station.open("/tasks?scope=all");
            assertThat(station.row("研判线索", "<b>甲</b>")).containsText("<script>");
            isOnlyText(station);

            station.claim("研判线索", "<b>甲</b>");
            assertThat(station.page.locator("h1")).containsText(SCRIPT);
            isOnlyText(station);

            station.open("/leads/" + number);
            assertThat(station.page.locator("main")).containsText(SCRIPT);
            isOnlyText(station);
        }
    }

    @Test
    void aScriptInTheTextOfAFormIsTextToo() {
        town.caseAt("proposeReferral", "赵示例", Route.CASE);
        String excerpt = "**近来** [睡不好](javascript:window.ran=1) " + SCRIPT;
        ResponseEntity<JsonNode> proposed = complete(desk.task("proposeReferral"), "gu.yangban", proposal(excerpt));
        assertThat(proposed.getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);

        try (Colleague worker = colleague("shao.moni")) {
            worker.claim("接收转介", "赵示例");
            assertThat(worker.page.locator("[data-form-body]")).containsText("睡不好");
            isOnlyText(worker);
            assertThat(worker.page.locator("a[href^='javascript']")).hasCount(0);
        }
    }

    @Test
    void ofTwoAtOnceOneIsFirstAndTheOthersWordsAreKept() throws Exception {
        town.caseAt("confirmPlanWithHousehold", "赵示例", Route.CASE);
        String task = desk.task("confirmPlanWithHousehold");
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        Map<String, ResponseEntity<JsonNode>> said = new HashMap<>();
        try {
            Map<String, Future<ResponseEntity<JsonNode>>> sent = new HashMap<>();
            for (String username : List.of("lin.shiyong", "xu.moban")) {
                Callable<ResponseEntity<JsonNode>> send = () -> {
                    together.await();
                    return complete(task, username, agreed());
                };
                sent.put(username, both.submit(send));
            }
            for (var one : sent.entrySet()) {
                said.put(one.getKey(), one.getValue().get());
            }
        } finally {
            both.shutdownNow();
        }

        String loser = said.get("lin.shiyong").getStatusCode().is2xxSuccessful() ? "xu.moban" : "lin.shiyong";
        String winner = loser.equals("xu.moban") ? "林试用" : "许模板";
        assertThat(said.values().stream().map(ResponseEntity::getStatusCode))
                .containsExactlyInAnyOrder(HttpStatus.NO_CONTENT, HttpStatus.CONFLICT);
        assertThat(said.get(loser).getBody().path("title").asText()).startsWith("这件任务刚刚由" + winner + "办完了。");
        assertThat(desk.system(() ->
                        jdbc.queryForList("select username from task_draft where task_id = ?", String.class, task)))
                .containsExactly(loser);
        assertThat(desk.tasks("proposeReferral")).hasSize(1);
    }

    @Test
    void whoIsSecondAtTheScreenKeepsTheWordsAndLearnsWhoWasFirst() {
        town.caseAt("confirmPlanWithHousehold", "赵示例", Route.CASE);
        String task = desk.task("confirmPlanWithHousehold");
        try (Colleague lin = colleague("lin.shiyong");
                Colleague xu = colleague("xu.moban")) {
            lin.claim("与住户确认方案", "赵示例");
            lin.form("casefile/confirm-plan-with-household")
                    .date("explainedOn", LocalDate.now(clock))
                    .choose("answeredBy", "SELF")
                    .choose("planAnswer", "CHANGE_WANTED")
                    .write("wishes", "希望每两周一次。");
            rest.withBasicAuth("lin.shiyong", "demo")
                    .postForEntity("/api/v1/tasks/" + task + "/release", null, Void.class);
            xu.claim("与住户确认方案", "赵示例");
            xu.form("casefile/confirm-plan-with-household")
                    .date("explainedOn", LocalDate.now(clock))
                    .choose("answeredBy", "SELF")
                    .choose("planAnswer", "AGREED")
                    .submit();

            lin.page.locator("[data-form-submit]").click();

            assertThat(lin.page.locator(".form-note")).containsText("这件任务刚刚由许模板办完了。");
            assertThat(lin.page.locator("[data-path='wishes'] textarea")).hasValue("希望每两周一次。");
            assertThat(desk.system(() ->
                            jdbc.queryForList("select username from task_draft where task_id = ?", String.class, task)))
                    .containsExactly("lin.shiyong");
            lin.expectFailure();
        }
    }

    @Test
    void aTaskOfAnotherPointIsAsIfItWereNotThere() {
        town.caseAt("verifyLead", "赵示例", Route.CASE);
        String task = desk.task("verifyLead");
        try (Colleague elsewhere = colleague("fang.jiaoxue")) {
            Response theirs = elsewhere.open("/tasks/" + task);
            String words = elsewhere.page.locator("main").innerText();
            Response none = elsewhere.open("/tasks/no-such-task");

            assertThat(theirs.status()).isEqualTo(404);
            assertThat(none.status()).isEqualTo(404);
            assertThat(elsewhere.page.locator("main").innerText())
                    .isEqualTo(words)
                    .startsWith("没有找到这件任务，或者它不归您办理。");
            elsewhere.expectFailure();
        }
        assertThat(desk.system(() -> jdbc.queryForList(
                        "select subject_id from audit_event where kind = 'DENIED' and actor = 'fang.jiaoxue'",
                        String.class)))
                .contains("GET /tasks/" + task);
    }

    @Test
    void onlyAFiledConsultantClaims() {
        town.caseAt("verifyLead", "何样品", Route.CASE);
        String task = desk.task("verifyLead");
        try (Colleague notFiled = colleague("pan.yangben")) {
            notFiled.open("/tasks?scope=all");
            notFiled.row("核实线索", "何样品").locator("form[action$='/claim'] button").click();
            assertThat(notFiled.page.locator(".toast")).containsText("您还没有备案，暂时不能领取任务。");

            notFiled.open("/tasks/" + task);
            assertThat(notFiled.page.locator("main")).containsText("您还没有备案，暂时不能领取任务。");
            assertThat(notFiled.page.locator("form[action$='/claim']")).hasCount(0);
        }
        assertThat(desk.system(() ->
                        jdbc.queryForObject("select assignee from work_item where task_id = ?", String.class, task)))
                .isNull();
    }

    @Test
    void whatTheFormDoesNotHaveIsNamedAndNothingIsDone() {
        town.caseAt("confirmPlanWithHousehold", "赵示例", Route.CASE);
        Map<String, Object> answers = new HashMap<>(agreed());
        answers.put("tier", "HIGH");

        ResponseEntity<JsonNode> refused = complete(desk.task("confirmPlanWithHousehold"), "lin.shiyong", answers);

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/fields/0/field").asText()).isEqualTo("tier");
        assertThat(desk.tasks("confirmPlanWithHousehold")).hasSize(1);
    }

    private void isOnlyText(Colleague colleague) {
        assertThat(colleague.page.evaluate("() => window.ran")).isNull();
        assertThat(colleague.page.locator("main img, main script, main b:text-is('甲')"))
                .hasCount(0);
        colleague.looksRight();
    }

    private Map<String, Object> agreed() {
        return Map.of("explainedOn", LocalDate.now(clock).toString(), "answeredBy", "SELF", "planAnswer", "AGREED");
    }

    private Map<String, Object> proposal(String excerpt) {
        JsonNode offered = rest.withBasicAuth("gu.yangban", "demo")
                .getForObject("/api/v1/tasks/" + desk.task("proposeReferral"), JsonNode.class)
                .at("/data/providers");
        return Map.of(
                "consentGiven",
                "YES",
                "consentOn",
                LocalDate.now(clock).toString(),
                "consentBy",
                "SELF",
                "consentProviders",
                Stream.of(offered.get(0).path("value").asText()).toList(),
                "planExcerpt",
                excerpt);
    }

    private ResponseEntity<JsonNode> complete(String task, String username, Map<String, Object> answers) {
        return rest.withBasicAuth(username, "demo")
                .postForEntity("/api/v1/tasks/" + task + "/complete", Map.of("answers", answers), JsonNode.class);
    }

    private Colleague colleague(String username) {
        return new Colleague(chromium, "http://127.0.0.1:" + port, 1280, "zh").logIn(username);
    }
}
