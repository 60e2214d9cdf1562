package org.jiuzhu.application.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jiuzhu.demo.DemoLibraries;
import org.jiuzhu.demo.Journey;
import org.jiuzhu.demo.Route;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.lead.LeadIntake;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.Residents;
import org.jiuzhu.lead.Tickets;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The doors for results: the machine's and the station's, with input as it should not be (src/docs/bad-input.md). */
@JiuzhuTest
class ApplicationDoorsTest {

    private static final UserRequestPostProcessor WINDOW = user("result-window").roles("windowClient");
    private static final UserRequestPostProcessor LIN = user("lin.shiyong").roles("pointConsultant");
    private static final UserRequestPostProcessor GU = user("gu.yangban").roles("stationConsultant");

    @Autowired
    LeadIntake intake;

    @Autowired
    Journey journey;

    @Autowired
    DemoLibraries libraries;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    String lead;
    String number;

    /** An application of Mrs Zhao's that stands at the window. */
    private void submitted() {
        desk.system(() -> {
            libraries.seed(LocalDate.now(clock));
            return new Residents(people, households).zhao();
        });
        lead = intake.receive(
                        Tickets.about(LeadSource.HOTLINE_12345, Tickets.named("赵示例", Residents.ZHAO_ID, Actors.POINT)),
                        Tickets.HOTLINE)
                .number();
        journey.until(lead, "acceptApplication", Route.UNDECIDED);
        number = text("select number from application");
    }

    @Test
    void aResultByTheMachineLetsTheApplicationGoOn() {
        accepted();
        assertThat(send("R-1", "GRANTED"))
                .hasStatus(201)
                .bodyJson()
                .hasPathSatisfying(
                        "$.application", answer -> answer.assertThat().isEqualTo(number))
                .hasPathSatisfying("$.status", answer -> answer.assertThat().isEqualTo("RECEIVED"));
        assertThat(desk.openKeys()).containsExactly("userTask_explainResult");
    }

    @Test
    void theSameMessageTwiceGetsTheSameAnswerAndChangesNothing() {
        accepted();
        send("R-1", "GRANTED");
        assertThat(send("R-1", "GRANTED"))
                .hasStatus(200)
                .bodyJson()
                .hasPathSatisfying("$.status", answer -> answer.assertThat().isEqualTo("RECEIVED"));

        assertThat(count("application_result")).isOne();
        assertThat(count("timeline_event where kind like 'application.%esult'")).isOne();
        assertThat(send("R-1", "REFUSED")).hasStatus(409);
        assertThat(text("select result from application")).isEqualTo("GRANTED");
    }

    @Test
    void theSameMessageAtTheSameMomentCountsOnce() throws Exception {
        accepted();
        List<Integer> answers = together(n -> "R-1");

        assertThat(answers).containsExactlyInAnyOrder(201, 200, 200, 200);
        assertThat(count("application_result")).isOne();
        assertThat(desk.openKeys()).containsExactly("userTask_explainResult");
    }

    @Test
    void ofTwoResultsAtTheSameMomentOneCountsAndTheOthersAreKept() throws Exception {
        accepted();
        assertThat(together(n -> "R-" + n)).containsOnly(201);

        assertThat(count("application_result where standing = 'RECEIVED'")).isOne();
        assertThat(count("application_result where standing = 'LATE'")).isEqualTo(3);
        assertThat(desk.openKeys()).containsExactly("userTask_explainResult");
    }

    @Test
    void aResultForAnUnknownApplicationIsRefusedInClearWords() {
        number = "SQ-2026-999999";
        assertThat(send("R-1", "GRANTED"))
                .hasStatus(404)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("没有申请号为 SQ-2026-999999 的申请");
        assertThat(count("application_result")).isZero();
        assertThat(count("audit_event where kind = 'DENIED'")).isOne();
    }

    @Test
    void aResultForACaseThatIsClosedIsKeptOnItsTimeLineAndSaysSo() {
        submitted();
        journey.toTheEnd(lead, Route.APPLIED);
        assertThat(count("assistance_case where closed_at is not null")).isOne();

        assertThat(send("R-9", "REFUSED"))
                .hasStatus(201)
                .bodyJson()
                .hasPathSatisfying("$.status", answer -> answer.assertThat().isEqualTo("LATE"));
        assertThat(text("select result from application")).isEqualTo("GRANTED");
        assertThat(page("/cases/" + caseNumber(), GU)).contains("办结后又收到审批结果：不予救助（R-9）");
        assertThat(page("/applications/" + number, GU)).contains("1 条，见经过").doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"application":"SQ-2026-000001","result":"GRANTED","decidedOn":"2026-07-06"}                      | reference
            {"reference":"a/b","application":"SQ-2026-000001","result":"GRANTED","decidedOn":"2026-07-06"}   | reference
            {"reference":"R-1","application":"SH-1","result":"GRANTED","decidedOn":"2026-07-06"}             | application
            {"reference":"R-1","application":"SQ-2026-000001","result":"MAYBE","decidedOn":"2026-07-06"}     | result
            {"reference":"R-1","application":"SQ-2026-000001","result":"GRANTED","decidedOn":"2026-07-07"}   | decidedOn
            {"reference":"R-1","application":"SQ-2026-000001","result":"GRANTED","decidedOn":"昨天"}          | decidedOn
            {"reference":7,"application":"SQ-2026-000001","result":"GRANTED","decidedOn":"2026-07-06"}       | reference
            [1]                                                                                              | body
            """)
    void aMessageThatDoesNotHoldIsRefusedFieldByField(String message, String field) {
        assertThat(post(message, WINDOW))
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying(
                        "$.fields[0].field", answer -> answer.assertThat().isEqualTo(field));
        assertThat(count("application_result")).isZero();
    }

    @Test
    void anAmountIsNeverAskedForAndNeverKept() {
        accepted();
        assertThat(post(
                        """
                        {"reference":"R-1","application":"%s","result":"GRANTED","decidedOn":"2026-07-06","amount":1510}
                        """
                                .formatted(number),
                        WINDOW))
                .hasStatus(201);
        assertThat(post("这不是 JSON", WINDOW)).hasStatus(400);
    }

    @Test
    void nobodyElseSendsResults() {
        assertThat(post("{}", GU)).hasStatus(403);
        assertThat(post("{}", user("hotline12345").roles("hotlineClient"))).hasStatus(403);
        assertThat(mvc.get().uri("/tasks").with(WINDOW)).hasStatus(403);
    }

    @Test
    void theStationEntersALetter() {
        accepted();
        assertThat(page("/applications/" + number, GU))
                .contains("录入审批结果", "已受理，待审批")
                .doesNotContain("??");
        assertThat(page("/applications/" + number, LIN)).doesNotContain("录入审批结果");
        assertThat(page("/applications/" + number + "/result?lang=en", GU))
                .contains("Enter the result")
                .doesNotContain("??");
        assertThat(enter("{\"result\":\"REFUSED\"}", GU)).hasStatus(422);
        String letter = "{\"result\":\"REFUSED\",\"decidedOn\":\"2026-07-06\",\"reference\":\"沪救 12 号\"}";
        assertThat(enter(letter, LIN)).hasStatus(403);

        assertThat(enter(letter, GU)).hasStatusOk();
        assertThat(enter(letter, GU)).hasStatusOk();
        assertThat(count("application_result")).isOne();
        assertThat(desk.openKeys()).containsExactly("userTask_explainResult");
        assertThat(page("/applications/" + number + "?lang=en", LIN))
                .contains("Refused", "沪救 12 号")
                .doesNotContain("??");
    }

    @Test
    void anApplicationIsNotSeenOutsideItsPlace() {
        submitted();
        String elsewhere = text("select username from consultant where org_code = '" + Actors.OTHER_POINT
                + "' and filing = 'FILED' limit 1");
        assertThat(mvc.get().uri("/applications/" + number).with(user(elsewhere).roles("pointConsultant")))
                .hasStatus(404);
    }

    @Test
    void theCasePageTellsOfItsApplications() {
        submitted();
        assertThat(page("/cases/" + caseNumber(), LIN))
                .contains("代办申请 " + number, "已递交，待受理", "回执 HZ-0001", "/applications/" + number)
                .doesNotContain("??");
    }

    private void accepted() {
        submitted();
        journey.toTheEnd(lead, Route.UNDECIDED);
        assertThat(desk.openKeys()).isEmpty();
    }

    private MvcTestResult send(String reference, String result) {
        return post(
                """
                {"reference":"%s","application":"%s","result":"%s","decidedOn":"2026-07-06","note":"经济状况核对完毕"}
                """
                        .formatted(reference, number, result),
                WINDOW);
    }

    private MvcTestResult post(String body, UserRequestPostProcessor sender) {
        return mvc.post()
                .uri("/api/v1/application-results")
                .with(sender)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", "zh-CN")
                .content(body)
                .exchange();
    }

    private MvcTestResult enter(String answers, UserRequestPostProcessor by) {
        return mvc.post()
                .uri("/applications/" + number + "/result")
                .with(by)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(answers)
                .exchange();
    }

    private List<Integer> together(java.util.function.IntFunction<String> reference) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CyclicBarrier together = new CyclicBarrier(4);
            List<Callable<Integer>> sent = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(n -> () -> {
                        together.await();
                        return send(reference.apply(n), "GRANTED").getResponse().getStatus();
                    })
                    .toList();
            List<Integer> answers = new java.util.ArrayList<>();
            for (Future<Integer> done : threads.invokeAll(sent)) {
                answers.add(done.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private String page(String uri, UserRequestPostProcessor reader) {
        var result = mvc.get().uri(uri).with(reader).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String caseNumber() {
        return text("select number from assistance_case");
    }

    private String text(String sql) {
        return desk.system(() -> jdbc.queryForObject(sql, String.class));
    }

    private int count(String from) {
        return desk.system(() -> jdbc.queryForObject("select count(*) from " + from, Integer.class));
    }
}
