package org.jiuzhu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest(
        classes = AccessSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"jiuzhu.mode=demo", "jiuzhu.database.embedded=false", "camunda.bpm.enabled=false"})
class FormLoginTest {

    private static final String JSON = "application/json";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private final HttpBrowser browser = new HttpBrowser();

    @Test
    void aUserOfTheRealmFileLogsInAndActsAtTheOwnOrganisation() {
        assertThat(login("he.yanlian", "demo").uri().getPath()).isEqualTo("/");

        assertThat(browser.get(at("/probe")).body())
                .contains("\"displayName\":\"何演练\"")
                .contains("\"roles\":[\"pointConsultant\",\"pointLead\"]")
                .contains("\"groups\":[\"pointConsultant:999901005001\",\"pointLead:999901005001\"]")
                .contains("\"mayAct\":true")
                .contains("\"scope\":{\"level\":\"POINT\",\"code\":\"999901005001\"}");
    }

    @Test
    void aConsultantWhoIsNotFiledYetMayLookAndNotAct() {
        login("pan.yangben", "demo");
        assertThat(browser.get(at("/probe")).body())
                .contains("\"mayAct\":false")
                .contains("999901005002");
    }

    @Test
    void somebodyTheRegisterDoesNotKnowSeesNothing() {
        login("ding.lizi", "demo");
        assertThat(browser.get(at("/probe")).body())
                .contains("\"displayName\":\"丁例子\"")
                .contains("\"orgCode\":null")
                .contains("\"level\":\"NONE\"");
    }

    @Test
    void aWrongPasswordSaysWhatToDo() {
        HttpResponse<String> page = login("he.yanlian", "Demo");
        assertThat(page.uri()).hasPath("/login").hasQuery("error");
        assertThat(page.body()).contains("用户名或密码不对，请再输一次");
        assertThat(browser.get(at("/login?error&lang=en")).body()).contains("User name or password do not match");
        assertThat(browser.get(at("/login?error")).body()).contains("User name or password do not match");
        assertThat(browser.get(at("/login?error&lang=fr")).body()).contains("用户名或密码不对");
    }

    @Test
    void theDemoOffersItsUsersAndOneClickIsEnough() {
        HttpResponse<String> page = browser.get(at("/login"));
        assertThat(page.body()).contains("he.yanlian", "鹤鸣居委", "tang.xushe").doesNotContain("hotline12345");

        browser.post(at("/demo/login"), Map.of("username", "shao.moni", "_csrf", HttpBrowser.field(page, "_csrf")));
        assertThat(browser.get(at("/probe")).body())
                .contains("\"username\":\"shao.moni\"")
                .contains("\"level\":\"NGO\"");
    }

    @Test
    void aFormWithoutItsTokenChangesNothingAndIsOnRecord() {
        login("he.yanlian", "demo");
        assertThat(browser.post(at("/probe"), Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.post(at("/probe"), Map.of(), "Accept", JSON).body()).contains("页面打开得太久了");
        assertThat(jdbc.queryForList(
                        "select actor from audit_event where kind = 'DENIED' and subject_id = 'POST /probe'",
                        String.class))
                .contains("he.yanlian");
    }

    @Test
    void aPagesScriptSendsTheTokenAsAHeader() {
        login("he.yanlian", "demo");
        String token = HttpBrowser.field(browser.get(at("/probe/form")), "_csrf");
        assertThat(browser.post(at("/probe"), Map.of(), "Accept", JSON, "X-XSRF-TOKEN", token)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoIsNotLoggedInIsLedToTheLoginAndBack() {
        HttpResponse<String> page = browser.get(at("/probe"));
        assertThat(page.uri()).hasPath("/login");
        HttpResponse<String> after = browser.post(
                at("/login"),
                Map.of("username", "he.yanlian", "password", "demo", "_csrf", HttpBrowser.field(page, "_csrf")));
        assertThat(after.uri()).hasPath("/probe");
        assertThat(browser.get(at("/probe"), "HX-Request", "true").statusCode()).isEqualTo(200);

        HttpResponse<String> fragment = new HttpBrowser().get(at("/probe"), "HX-Request", "true");
        assertThat(fragment.statusCode()).isEqualTo(401);
        assertThat(fragment.headers().firstValue("HX-Redirect")).hasValue("/login?expired");
        assertThat(new HttpBrowser().get(at("/probe"), "Accept", JSON).body()).contains("登录已到期");
    }

    @Test
    void theSessionIsInTheDatabaseAndEndsWithTheLogout() {
        HttpResponse<String> start = login("he.yanlian", "demo");
        assertThat(sessionsOf("he.yanlian")).isPositive();
        int before = sessionsOf("he.yanlian");
        HttpResponse<String> out = browser.post(
                at("/logout"), Map.of("_csrf", HttpBrowser.field(browser.get(at("/probe/form")), "_csrf")));
        assertThat(out.body()).contains("您已退出登录");
        assertThat(sessionsOf("he.yanlian")).isEqualTo(before - 1);
        assertThat(start.uri()).hasPath("/");
        assertThat(browser.get(at("/probe")).uri()).hasPath("/login");
        assertThat(jdbc.queryForList("select kind from audit_event where actor = 'he.yanlian'", String.class))
                .contains("SIGNED_IN", "SIGNED_OUT");
    }

    @Test
    void theApiTakesTheMachineAccountWithoutSessionOrToken() {
        HttpResponse<String> answer =
                browser.post(at("/api/probe"), Map.of(), "Authorization", basic("hotline12345", "demo"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"roles\":[\"hotlineClient\"]").contains("\"mayAct\":true");
        assertThat(browser.cookie("JIUZHU")).isEmpty();
    }

    @Test
    void theApiRefusesAWrongPasswordAndAPagesSession() {
        assertThat(browser.get(at("/api/probe"), "Authorization", basic("hotline12345", "wrong"))
                        .statusCode())
                .isEqualTo(401);
        login("he.yanlian", "demo");
        HttpResponse<String> answer = browser.get(at("/api/probe"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("请带上接口账号的凭证");
        assertThat(browser.get(at("/engine-rest/task"), "Authorization", basic("he.yanlian", "demo"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theMachineAccountSeesNoPage() {
        login("hotline12345", "demo");
        assertThat(browser.get(at("/probe")).statusCode()).isEqualTo(403);
    }

    @Test
    void everyPageForbidsForeignScripts() {
        HttpResponse<String> page = browser.get(at("/login"));
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(List.of(policy.split("; ")))
                        .contains("script-src 'self'", "frame-ancestors 'none'", "form-action 'self'"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    private HttpResponse<String> login(String username, String password) {
        String token = HttpBrowser.field(browser.get(at("/login")), "_csrf");
        return browser.post(at("/login"), Map.of("username", username, "password", password, "_csrf", token));
    }

    private int sessionsOf(String username) {
        Integer count = jdbc.queryForObject(
                "select count(*) from spring_session where principal_name = ?", Integer.class, username);
        return count == null ? 0 : count;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private static String basic(String username, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
