package org.jiuzhu.lead.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The form for everybody: no login, no name, no script. */
@JiuzhuTest
class PublicPagesTest {

    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("XS-2026-\\d{6}");
    private static final Pattern CODE = Pattern.compile("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Desk desk;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void anybodyReportsWithoutANameAndMayAskHowItStands() {
        MvcTestResult sent = send(filled());
        assertThat(sent).hasStatusOk();
        String number = find(NUMBER, sent);
        String code = find(CODE, sent);

        assertThat(desk.<Map<String, Object>>system(
                        () -> jdbc.queryForMap("select source, point_code, route from lead")))
                .containsEntry("source", "RESIDENT")
                .containsEntry("point_code", Actors.POINT)
                .containsEntry("route", "triageAtPoint");
        assertThat(sent.getResponse().getHeader("Location")).isNull();
        assertThat(text(ask(number, code.toLowerCase(java.util.Locale.ROOT).replace("-", ""))))
                .contains("已收到，正在受理");
        assertThat(ask(number, "AAAA-2222")).hasStatus(404);
        assertThat(ask("XS-2026-999999", code)).hasStatus(404);
    }

    @Test
    void aNeighbourIsNotToldThatTheHouseholdHasHelp() {
        MvcTestResult sent = send(filled());
        desk.system(() -> jdbc.update("update lead set state = 'LINKED'"));

        assertThat(text(ask(find(NUMBER, sent), find(CODE, sent))))
                .contains("已由居村救助顾问跟进")
                .doesNotContain("已有", "并入");
    }

    @Test
    void theSameFormTwiceIsOneLead() {
        Map<String, String> form = filled();
        MvcTestResult first = send(form);
        MvcTestResult second = send(form);

        assertThat(find(NUMBER, second)).isEqualTo(find(NUMBER, first));
        assertThat(find(CODE, second)).isEqualTo(find(CODE, first));
        assertThat(count()).isOne();
    }

    @Test
    void whatDoesNotHoldIsSaidAtItsFieldAndEverythingIsKept() {
        Map<String, String> form = filled();
        form.remove("danger");
        form.put("story", " ");
        form.put("phone", "没有电话");
        form.put("pointCode", "999901005777");
        form.put("room", "<b>5</b> 号");
        MvcTestResult sent = send(form);

        assertThat(sent).hasStatus(422);
        assertThat(text(sent))
                .contains("href=\"#story\"", "href=\"#danger\"", "href=\"#phone\"", "href=\"#pointCode\"")
                .contains("&lt;b&gt;5&lt;/b&gt; 号")
                .doesNotContain("<b>5</b>");
        assertThat(count()).isZero();
    }

    @Test
    void machinesAreNotTaken() {
        Map<String, String> trapped = filled();
        trapped.put("website", "http://example.invalid");
        assertThat(send(trapped)).hasStatus(422);

        Map<String, String> quick = fields(open());
        assertThat(send(quick)).hasStatus(422);

        Map<String, String> invented = filled();
        invented.put("ticket", "1.abc.def");
        assertThat(send(invented)).hasStatus(422);
        assertThat(count()).isZero();
    }

    @Test
    void oneAddressSendsTenInAnHourAndAnotherIsNotHeldUp() {
        for (int i = 0; i < 10; i++) {
            assertThat(send(filled())).hasStatusOk();
        }
        Map<String, String> eleventh = filled();
        assertThat(send(eleventh)).hasStatus(429);
        assertThat(text(send(eleventh))).contains("请过一会儿再来", "家里没有米了");
        assertThat(send(filled(), "203.0.113.9")).hasStatusOk();

        clock.set("2026-07-06T11:00:00");
        assertThat(send(filled())).hasStatusOk();
        assertThat(count()).isEqualTo(12);
        assertThat(desk.<List<Long>>system(() -> jdbc.queryForList("select id from rate_bucket", Long.class)))
                .as("two addresses and one for all, none of them readable")
                .hasSize(3);
    }

    @Test
    void itIsThereInEnglishToo() {
        assertThat(text(mvc.get().uri("/report?lang=en").exchange())).contains("Tell us about a difficulty");
        assertThat(mvc.get().uri("/leads").exchange()).hasStatus3xxRedirection();
    }

    private Map<String, String> filled() {
        String ticket = open();
        clock.set(clock.now().plusSeconds(10));
        return fields(ticket);
    }

    private static Map<String, String> fields(String ticket) {
        return new HashMap<>(Map.of(
                "ticket", ticket,
                "who", "RESIDENT",
                "story", "家里没有米了",
                "danger", "NO",
                "pointCode", Actors.POINT));
    }

    private String open() {
        return find(TICKET, mvc.get().uri("/report").exchange(), 1);
    }

    private MvcTestResult send(Map<String, String> form) {
        return send(form, "203.0.113.7");
    }

    private MvcTestResult send(Map<String, String> form, String address) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post("/report")
                .with(csrf())
                .with(r -> {
                    r.setRemoteAddr(address);
                    return r;
                });
        form.forEach(request::param);
        return mvc.perform(request);
    }

    private MvcTestResult ask(String number, String code) {
        return mvc.post()
                .uri("/report/state")
                .with(csrf())
                .param("number", number)
                .param("code", code)
                .exchange();
    }

    private int count() {
        return desk.system(() -> jdbc.queryForObject("select count(*) from lead", Integer.class));
    }

    private static String find(Pattern pattern, MvcTestResult in) {
        return find(pattern, in, 0);
    }

    private static String find(Pattern pattern, MvcTestResult in, int group) {
        Matcher found = pattern.matcher(text(in));
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(group);
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
