package org.jiuzhu.lead;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuzhu.lead.Tickets.HOTLINE;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@JiuzhuTest
class ReplySenderTest {

    private static final WireMockServer HOTLINE_SERVER =
            new WireMockServer(wireMockConfig().dynamicPort());

    @DynamicPropertySource
    static void hotline(DynamicPropertyRegistry properties) {
        HOTLINE_SERVER.start();
        properties.add("jiuzhu.hotline.reply-url", () -> HOTLINE_SERVER.url("/replies"));
        properties.add("jiuzhu.lead.reply-interval", () -> "PT24H");
        properties.add("jiuzhu.lead.reply-timeout", () -> "PT4S");
    }

    @AfterAll
    static void stop() {
        HOTLINE_SERVER.stop();
    }

    @Autowired
    LeadIntake intake;

    @Autowired
    LeadRepository leads;

    @Autowired
    Leads steps;

    @Autowired
    LeadReplies replies;

    @Autowired
    ReplySender sender;

    @Autowired
    Desk desk;

    @Autowired
    TestClock clock;

    @BeforeEach
    void answerEverything() {
        HOTLINE_SERVER.resetAll();
        HOTLINE_SERVER.stubFor(post("/replies").willReturn(ok()));
    }

    @Test
    void anAnswerIsPostedOnceUnderItsKeyAndSaysNothingAboutThePerson() {
        Lead lead = answered("12345-1", ReplyKind.UNFOUNDED);
        sender.sendDue();
        sender.sendDue();

        HOTLINE_SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/replies"))
                        .withHeader("Idempotency-Key", equalTo(lead.number() + ":UNFOUNDED"))
                        .withRequestBody(matchingJsonPath("$.sourceRef", equalTo("12345-1")))
                        .withRequestBody(matchingJsonPath("$.status", equalTo("UNFOUNDED")))
                        .withRequestBody(matchingJsonPath("$.text", equalTo("线索 " + lead.number() + " 经核对不属实。"))));
        assertThat(HOTLINE_SERVER.findAll(postRequestedFor(urlEqualTo("/replies"))))
                .allSatisfy(request -> assertThat(request.getBodyAsString()).doesNotContain("赵示例"));
        assertThat(only(lead).state()).isEqualTo(Answer.State.SENT);
    }

    @Test
    void aRefusedAnswerWaitsAndIsSentLater() {
        HOTLINE_SERVER.stubFor(post("/replies").willReturn(aResponse().withStatus(503)));
        Lead lead = answered("12345-2", ReplyKind.ANSWERED);
        sender.sendDue();
        sender.sendDue();

        assertThat(only(lead).state()).isEqualTo(Answer.State.PENDING);
        assertThat(only(lead).attempts()).isOne();
        HOTLINE_SERVER.verify(1, postRequestedFor(urlEqualTo("/replies")));

        HOTLINE_SERVER.stubFor(post("/replies").willReturn(ok()));
        clock.set("2026-07-06T09:32:00");
        sender.sendDue();

        assertThat(only(lead).state()).isEqualTo(Answer.State.SENT);
        assertThat(only(lead).attempts()).isEqualTo(2);
    }

    @Test
    void aBrokenLineIsARefusalAndHoldsUpNobodyElse() {
        HOTLINE_SERVER.stubFor(post("/replies")
                .withRequestBody(matchingJsonPath("$.sourceRef", equalTo("12345-3")))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        HOTLINE_SERVER.stubFor(post("/replies")
                .withRequestBody(matchingJsonPath("$.sourceRef", equalTo("12345-4")))
                .willReturn(aResponse().withStatus(200).withFixedDelay(6000)));
        Lead broken = answered("12345-3", ReplyKind.ANSWERED);
        Lead slow = answered("12345-4", ReplyKind.ANSWERED);
        Lead fine = answered("12345-5", ReplyKind.ANSWERED);
        sender.sendDue();

        assertThat(only(broken).state()).isEqualTo(Answer.State.PENDING);
        assertThat(only(slow).state()).isEqualTo(Answer.State.PENDING);
        assertThat(only(fine).state()).isEqualTo(Answer.State.SENT);
    }

    @Test
    void otherSourcesFetchTheirAnswers() {
        Lead lead = desk.system(() -> leads.findByNumber(intake.receive(
                                Tickets.lead(LeadSource.DEPARTMENT, "d-1", "转介", Said.NOTHING, Safety.UNKNOWN), HOTLINE)
                        .number())
                .orElseThrow());
        answer(lead, ReplyKind.ANSWERED);
        sender.sendDue();

        assertThat(only(lead).state()).isEqualTo(Answer.State.WAITING_FETCH);
        HOTLINE_SERVER.verify(0, postRequestedFor(urlEqualTo("/replies")));
    }

    @Test
    void anAnswerIsOwedOnce() {
        Lead lead = answered("12345-6", ReplyKind.ANSWERED);
        answer(lead, ReplyKind.ANSWERED);

        assertThat(desk.system(() -> replies.of(lead.id()))).hasSize(1);
    }

    @Test
    void thePauseDoublesUpToFourHours() {
        assertThat(LeadReplies.pauseAfter(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(LeadReplies.pauseAfter(2)).isEqualTo(Duration.ofMinutes(2));
        assertThat(LeadReplies.pauseAfter(5)).isEqualTo(Duration.ofMinutes(16));
        assertThat(LeadReplies.pauseAfter(9)).isEqualTo(Duration.ofHours(4));
        assertThat(LeadReplies.pauseAfter(500)).isEqualTo(Duration.ofHours(4));
    }

    private Lead answered(String ref, ReplyKind kind) {
        LeadReceipt receipt = intake.receive(
                Tickets.lead(LeadSource.HOTLINE_12345, ref, "求助", Tickets.named("赵示例", null, null), Safety.UNKNOWN),
                HOTLINE);
        Lead lead = desk.system(() -> leads.findByNumber(receipt.number()).orElseThrow());
        answer(lead, kind);
        return lead;
    }

    private void answer(Lead lead, ReplyKind kind) {
        desk.system(() -> {
            steps.reply(lead.id(), kind.name());
            return true;
        });
    }

    private Answer only(Lead lead) {
        return desk.system(() -> replies.of(lead.id())).get(0);
    }
}
