package org.jiuzhu.lead.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jiuzhu.lead.PushFile;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.Timers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The monitoring platform's door, with batches as they should not be (src/docs/bad-input.md). */
@JiuzhuTest
class LeadPushDoorsTest {

    private static final UserRequestPostProcessor PLATFORM = user("monitoring").roles("pushClient");
    private static final UserRequestPostProcessor HOTLINE = user("hotline12345").roles("hotlineClient");
    private static final UserRequestPostProcessor GU = user("gu.yangban").roles("stationConsultant");
    private static final UserRequestPostProcessor LIN = user("lin.shiyong").roles("pointConsultant");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aPushIsKeptAndAnsweredWithItsNumberAndLaterRowByRow() {
        MvcTestResult taken = push(PushFile.array(20, 1).body(), "push-1");
        assertThat(taken).hasStatus(202).bodyJson().hasPathSatisfying("$.number", number -> number.assertThat()
                .asString()
                .matches("TS-2026-\\d{6}"));
        assertThat(count("lead")).isZero();
        assertThat(count("lead_push_entry")).isEqualTo(20);
        timers.runAsync();

        String number = number();
        assertThat(read(number + "?errors=true", "zh-CN"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.status", status -> status.assertThat().isEqualTo("DONE"))
                .hasPathSatisfying("$.accepted", many -> many.assertThat().isEqualTo(4))
                .hasPathSatisfying("$.rejected", many -> many.assertThat().isEqualTo(16))
                .hasPathSatisfying("$.rows.length()", many -> many.assertThat().isEqualTo(16));
        assertThat(text(read(number + "?errors=true", "zh-CN"))).contains("12 位居委代码，现在在用的");
        assertThat(text(read(number + "?errors=true", "en"))).contains("an ID number of 18 characters", "Too long");
    }

    @Test
    void theSamePushTwiceAtOnceIsOnePushWithOneNumber() throws Exception {
        byte[] body = PushFile.bytes(
                IntStream.rangeClosed(1, 30).mapToObj(PushFile::entry).toList());
        int callers = 4;
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            CyclicBarrier together = new CyclicBarrier(callers);
            Callable<Integer> deliver = () -> {
                together.await();
                return push(body, "push-2").getResponse().getStatus();
            };
            List<Integer> answers =
                    threads
                            .invokeAll(IntStream.range(0, callers)
                                    .mapToObj(i -> deliver)
                                    .toList())
                            .stream()
                            .map(LeadPushDoorsTest::get)
                            .toList();
            assertThat(answers).containsExactlyInAnyOrder(202, 200, 200, 200);
        } finally {
            threads.shutdownNow();
        }
        timers.runAsync();

        assertThat(count("lead_push")).isOne();
        assertThat(count("lead")).isEqualTo(30);
    }

    @Test
    void oneReferenceForOtherWordsIsAMistakeOfTheSender() {
        push(PushFile.bytes(List.of(PushFile.entry(1))), "push-3");

        assertThat(push(PushFile.bytes(List.of(PushFile.entry(2))), "push-3")).hasStatus(409);
        assertThat(push(PushFile.bytes(List.of(PushFile.entry(2))), "a/b")).hasStatus(422);
        assertThat(count("lead_push")).isOne();
    }

    @Test
    void aBrokenArrayIsNotTakenAndThePlaceIsTold() {
        String broken = "[\n" + PushFile.entry(1) + ",\n{\"name\": \"吴例\", }\n]";
        assertThat(push(broken.getBytes(StandardCharsets.UTF_8), null))
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying(
                        "$.fields[0].message",
                        message -> message.assertThat().asString().contains("第 3 行"));
        assertThat(text(push("[{}] []".getBytes(StandardCharsets.UTF_8), null))).contains("还有内容");
        assertThat(push("{\"name\":\"吴例\"}".getBytes(StandardCharsets.UTF_8), null))
                .hasStatus(422);
        assertThat(push("[]".getBytes(StandardCharsets.UTF_8), null)).hasStatus(422);
        assertThat(push("[{\"name\":\"吴例\"}]".getBytes(Charset.forName("GB18030")), null))
                .hasStatus(422);
        assertThat(count("lead_push")).isZero();
    }

    @Test
    void moreThanTenThousandOrSixteenMegabytesAreTooMany() {
        String many = "[" + "{},".repeat(10_000) + "{}]";
        assertThat(text(push(many.getBytes(StandardCharsets.UTF_8), null))).contains("一次最多推送 10000 条");
        byte[] large = new byte[16 * 1024 * 1024 + 1];
        assertThat(text(push(large, null))).contains("一次最多推送 16 MB");
        assertThat(count("lead_push")).isZero();
    }

    @Test
    void onlyThePlatformPushesAndOnlyWhoMayKnowReads() {
        byte[] body = PushFile.bytes(List.of(PushFile.entry(3)));
        assertThat(push(body, null, HOTLINE)).hasStatus(403);
        assertThat(push(body, null, GU)).hasStatus(403);
        push(body, null);
        timers.runAsync();
        String number = number();

        assertThat(get(number, GU)).hasStatusOk();
        assertThat(get(number, LIN)).hasStatus(404);
        assertThat(get(number, HOTLINE)).hasStatus(404);
        assertThat(get(number, user("another").roles("pushClient"))).hasStatus(404);
        assertThat(mvc.get().uri("/leads/pushes").with(GU)).hasStatusOk();
        assertThat(text(mvc.get().uri("/leads/pushes/" + number).with(GU).exchange()))
                .contains(number, "登记完毕");
        assertThat(mvc.get().uri("/leads/pushes/" + number).with(LIN)).hasStatus(404);
        assertThat(mvc.get().uri("/tasks").with(PLATFORM)).hasStatus(403);
    }

    private MvcTestResult push(byte[] body, String reference) {
        return push(body, reference, PLATFORM);
    }

    private MvcTestResult push(byte[] body, String reference, UserRequestPostProcessor by) {
        var request = mvc.post()
                .uri("/api/v1/lead-pushes")
                .with(by)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (reference == null ? request : request.header("Idempotency-Key", reference)).exchange();
    }

    private MvcTestResult read(String path, String language) {
        return mvc.get()
                .uri("/api/v1/lead-pushes/" + path)
                .with(PLATFORM)
                .header("Accept-Language", language)
                .exchange();
    }

    private MvcTestResult get(String number, UserRequestPostProcessor by) {
        return mvc.get().uri("/api/v1/lead-pushes/" + number).with(by).exchange();
    }

    private String number() {
        return desk.system(() -> jdbc.queryForObject("select number from lead_push", String.class));
    }

    private int count(String table) {
        return desk.system(() -> jdbc.queryForObject("select count(*) from " + table, Integer.class));
    }

    private static Integer get(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
