package org.jiuzhu.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What the form island and programs get when they open, keep and hand in a task. */
@JiuzhuTest
class TaskAnswersTest {

    private static final RequestPostProcessor LIN = user("lin.shiyong").roles("pointConsultant");
    private static final RequestPostProcessor XU = user("xu.moban").roles("pointConsultant");
    private static final RequestPostProcessor ELSEWHERE = user("fang.jiaoxue").roles("pointConsultant");
    private static final RequestPostProcessor NOT_FILED = user("pan.yangben").roles("pointConsultant");
    private static final Cookie ENGLISH = new Cookie("lang", "en");

    @Autowired
    MockMvcTester web;

    @Autowired
    ObjectMapper json;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    String task;

    @BeforeEach
    void aLeadWaitsForTriage() {
        assertThat(post("/leads", LIN, lead("999901005001"))).hasStatusOk();
        task = desk.task("triageLead");
    }

    @Test
    void theFormComesWithItsDataInTheUsersLanguage() {
        JsonNode chinese = body(get("/tasks/" + task + "/form", LIN));
        JsonNode english = body(web.get()
                .uri("/tasks/" + task + "/form")
                .with(LIN)
                .cookie(ENGLISH)
                .accept(MediaType.APPLICATION_JSON)
                .exchange());

        assertThat(chinese.at("/schema/components/1/label").asText()).isEqualTo("这条线索怎么办理");
        assertThat(english.at("/schema/components/1/label").asText()).isEqualTo("What to do with this lead");
        assertThat(chinese.at("/data/personName").asText()).isEqualTo("<script>alert(1)</script>");
        assertThat(chinese.path("draft").isNull()).isTrue();
    }

    @Test
    void aDraftIsTheWritersOwn() {
        var saved = send(HttpMethod.PUT, "/tasks/" + task + "/draft", LIN, Map.of("reason", "先记下"));

        assertThat(saved).hasStatusOk().bodyJson().extractingPath("savedAt").isEqualTo("09:30");
        assertThat(body(get("/tasks/" + task + "/form", LIN))
                        .at("/draft/reason")
                        .asText())
                .isEqualTo("先记下");
        assertThat(body(get("/tasks/" + task + "/form", XU)).path("draft").isNull())
                .isTrue();
    }

    @Test
    void answersThatHoldCompleteTheTask() {
        var done = post("/tasks/" + task + "/complete", LIN, enquiry());

        assertThat(done).hasStatusOk().bodyJson().extractingPath("location").isEqualTo("/tasks");
        assertThat(desk.openKeys()).containsExactly("userTask_answerEnquiry");
    }

    @Test
    void eachFieldThatDoesNotHoldIsNamedAsOnTheForm() {
        Map<String, Object> answers = enquiry();
        answers.put("reason", "");
        answers.put("role", "administrator");

        var refused = post("/tasks/" + task + "/complete", LIN, answers);

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        JsonNode problem = body(refused);
        assertThat(problem.path("title").asText()).isEqualTo("还有 2 处需要补充。");
        assertThat(problem.path("fields"))
                .extracting(field -> field.path("field").asText(), field -> field.path("label")
                        .asText())
                .containsExactlyInAnyOrder(tuple("role", ""), tuple("reason", "为什么这样办理"));
        assertThat(desk.openKeys()).containsExactly("userTask_triageLead");
    }

    @Test
    void problemsAreSaidInEnglishToo() {
        var refused = web.post()
                .uri("/tasks/" + task + "/complete")
                .with(LIN)
                .with(csrf())
                .cookie(ENGLISH)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"danger\":\"NO\",\"triage\":\"ENQUIRY\",\"reason\":\"\"}")
                .exchange();

        assertThat(body(refused).path("title").asText()).isEqualTo("One more answer needed.");
        assertThat(body(refused).at("/fields/0/message").asText()).isEqualTo("Please fill this in.");
        assertThat(body(refused).at("/fields/0/label").asText()).isEqualTo("Why");
    }

    @Test
    void theSecondOfTwoIsToldWhoWasFirstAndLosesNothing() {
        post("/tasks/" + task + "/complete", LIN, enquiry());

        var late = post("/tasks/" + task + "/complete", XU, enquiry());

        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(body(late).path("title").asText()).startsWith("这件任务刚刚由林试用办完了。");
        assertThat(body(late).path("kept").asBoolean()).isTrue();
        assertThat(drafts("xu.moban")).isOne();
        assertThat(desk.openKeys()).containsExactly("userTask_answerEnquiry");
    }

    @Test
    void ofTwoAtTheSameMomentOneIsFirst() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Integer> answers;
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> sent = two.invokeAll(Stream.of(LIN, XU)
                    .<Callable<Integer>>map(who -> () -> {
                        together.await();
                        return post("/tasks/" + task + "/complete", who, enquiry())
                                .getResponse()
                                .getStatus();
                    })
                    .toList());
            answers = List.of(sent.get(0).get(), sent.get(1).get());
        } finally {
            two.shutdown();
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(desk.openKeys()).containsExactly("userTask_answerEnquiry");
        assertThat(drafts("lin.shiyong") + drafts("xu.moban")).isOne();
    }

    @Test
    void aTaskOfAnotherPointIsNotThereAndTheAttemptIsOnRecord() {
        var page = web.get()
                .uri("/tasks/" + task)
                .with(ELSEWHERE)
                .accept(MediaType.TEXT_HTML)
                .exchange();
        var form = get("/tasks/" + task + "/form", ELSEWHERE);
        var complete = post("/tasks/" + task + "/complete", ELSEWHERE, enquiry());

        assertThat(page).hasStatus(HttpStatus.NOT_FOUND).bodyText().contains("没有找到这件任务，或者它不归您办理。", "回到待办");
        assertThat(form).hasStatus(HttpStatus.NOT_FOUND).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(complete).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(drafts("fang.jiaoxue")).isZero();
        assertThat(desk.system(() -> jdbc.queryForObject(
                        "select count(*) from audit_event where kind = 'DENIED' and actor = 'fang.jiaoxue'",
                        Integer.class)))
                .isEqualTo(3);
    }

    @Test
    void onlyAFiledConsultantClaims() {
        post("/leads", user("zhu.yangli").roles("pointLead", "pointConsultant"), lead("999901005002"));
        String theirs = desk.tasks("triageLead").get(1);

        var form = web.post()
                .uri("/tasks/" + theirs + "/claim")
                .with(NOT_FILED)
                .with(csrf())
                .exchange();
        var program = web.post()
                .uri("/api/v1/tasks/" + theirs + "/claim")
                .with(NOT_FILED)
                .exchange();

        assertThat(form).hasStatus3xxRedirection().hasRedirectedUrl("/tasks");
        assertThat(form).flash().extracting("toast").asString().startsWith("您还没有备案");
        assertThat(program).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(body(program).path("title").asText()).startsWith("您还没有备案");
    }

    @Test
    void programsClaimReleaseAndCompleteByTheSameRules() {
        assertThat(web.post().uri("/api/v1/tasks/" + task + "/claim").with(LIN)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(web.post().uri("/api/v1/tasks/" + task + "/claim").with(XU)).hasStatus(HttpStatus.CONFLICT);
        assertThat(web.post().uri("/api/v1/tasks/" + task + "/release").with(LIN))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(body(get("/api/v1/tasks/" + task, LIN)).path("name").asText())
                .isEqualTo("研判线索");

        var empty = post("/api/v1/tasks/" + task + "/complete", XU, Map.of());
        var done = post("/api/v1/tasks/" + task + "/complete", XU, Map.of("answers", enquiry()));

        assertThat(empty).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(done).hasStatus(HttpStatus.NO_CONTENT);
    }

    @Test
    void theDiagramSpeaksTheUsersLanguage() {
        assertThat(web.get().uri("/tasks/" + task + "/diagram").with(LIN))
                .bodyText()
                .contains("研判线索");
        assertThat(web.get().uri("/tasks/" + task + "/diagram").with(LIN).cookie(ENGLISH))
                .bodyText()
                .contains("Triage lead")
                .doesNotContain("name=\"研判线索\"");
    }

    @Test
    void aScriptInANameIsShownAsText() {
        assertThat(web.get().uri("/tasks/" + task).with(LIN).accept(MediaType.TEXT_HTML))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void whatCannotBeReadIsSaidInWords() {
        var broken = web.post()
                .uri("/tasks/" + task + "/complete")
                .with(LIN)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{not json")
                .exchange();
        var nowhere =
                web.get().uri("/nowhere").with(LIN).accept(MediaType.TEXT_HTML).exchange();

        assertThat(broken).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(body(broken).path("title").asText()).isEqualTo("这次的请求没有读懂。");
        assertThat(nowhere).hasStatus(HttpStatus.NOT_FOUND).bodyText().contains("没有找到这一页。");
    }

    private static Map<String, Object> lead(String point) {
        return Map.of(
                "source", "OWN_FINDING",
                "story", "邻居说她已两天没有出门",
                "danger", "NO",
                "signals", List.of(),
                "personName", "<script>alert(1)</script>",
                "pointCode", point);
    }

    private static Map<String, Object> enquiry() {
        return new HashMap<>(Map.of("danger", "NO", "triage", "ENQUIRY", "reason", "只是来问政策"));
    }

    private MvcTestResult get(String uri, RequestPostProcessor who) {
        return web.get().uri(uri).with(who).accept(MediaType.APPLICATION_JSON).exchange();
    }

    private MvcTestResult post(String uri, RequestPostProcessor who, Map<String, ?> answers) {
        return send(HttpMethod.POST, uri, who, answers);
    }

    private MvcTestResult send(HttpMethod method, String uri, RequestPostProcessor who, Map<String, ?> answers) {
        return web.method(method)
                .uri(uri)
                .with(who)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .content(json.<JsonNode>valueToTree(answers).toString().getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    private JsonNode body(MvcTestResult result) {
        try {
            return json.readTree(result.getResponse().getContentAsByteArray());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private int drafts(String username) {
        return desk.system(() ->
                jdbc.queryForObject("select count(*) from task_draft where username = ?", Integer.class, username));
    }
}
