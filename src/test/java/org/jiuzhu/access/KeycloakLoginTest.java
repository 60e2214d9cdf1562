package org.jiuzhu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.jiuzhu.shared.KeycloakProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same users, roles and groups as the form login, from a real Keycloak that imported the realm file. */
@SpringBootTest(
        classes = {AccessSlice.class, KeycloakLoginTest.Engine.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"jiuzhu.mode=test", "jiuzhu.database.embedded=false", "camunda.bpm.job-execution.enabled=false"})
@ActiveProfiles("keycloak")
@DirtiesContext
class KeycloakLoginTest {

    /** The engine with Keycloak's identities, without the product's models. */
    @Configuration(proxyBeanMethods = false)
    @TestComponent
    @ComponentScan(
            basePackages = "org.jiuzhu.workflow.engine",
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(KeycloakUsers|EngineSchema)"))
    static class Engine {

        /** The tables are the migration's. */
        @Bean
        AbstractProcessEnginePlugin afterMigration(FlywayMigrationInitializer migrated) {
            return new AbstractProcessEnginePlugin() {};
        }
    }

    private static final KeycloakServer KEYCLOAK = start();

    @LocalServerPort
    private int port;

    @Autowired
    private KeycloakProperties settings;

    private final HttpBrowser browser = new HttpBrowser();

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry properties) throws IOException {
        KEYCLOAK.ready();
        properties.add("jiuzhu.keycloak.url", KEYCLOAK::url);
    }

    @AfterAll
    static void stop() {
        KEYCLOAK.close();
    }

    @Test
    void aPersonLogsInAtKeycloakAndActsWithTheSameRolesAndGroups() {
        logIn("he.yanlian");
        assertThat(browser.get(at("/probe")).body())
                .contains("\"username\":\"he.yanlian\"")
                .contains("\"roles\":[\"pointConsultant\",\"pointLead\"]")
                .contains("\"groups\":[\"pointConsultant:999901005001\",\"pointLead:999901005001\"]")
                .contains("\"scope\":{\"level\":\"POINT\",\"code\":\"999901005001\"}");

        logOut();
        assertThat(browser.get(at("/probe")).uri()).hasPath("/login");
        HttpResponse<String> again = browser.get(at("/oauth2/authorization/keycloak"));
        assertThat(again.uri().toString())
                .as("Keycloak asks for the password again")
                .startsWith(KEYCLOAK.url());
    }

    @Test
    void somebodyTheRegisterDoesNotKnowGoesByTheRealmsName() {
        logIn("tang.xushe");
        assertThat(browser.get(at("/probe")).body())
                .contains("\"displayName\":\"唐虚设\"")
                .contains("\"roles\":[\"districtSupervisor\"]")
                .contains("\"level\":\"NONE\"");
    }

    @Test
    void theDemosOneClickLoginIsNotThere() {
        HttpResponse<String> page = browser.get(at("/login"));
        assertThat(page.body()).doesNotContain("he.yanlian").contains("/oauth2/authorization/keycloak");
    }

    @Test
    void theHotlineCallsTheApiWithABearerToken() throws IOException {
        HttpResponse<String> answer =
                browser.post(at("/api/probe"), Map.of(), "Authorization", "Bearer " + token("hotline12345", "demo"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"username\":\"hotline12345\"")
                .contains("\"roles\":[\"hotlineClient\"]")
                .contains("\"mayAct\":true");
    }

    @Test
    void aTokenThatIsNotMeantForTheApiIsRefused() throws IOException {
        String foreign = token(settings.identity().id(), settings.identity().secret());
        assertThat(browser.post(at("/api/probe"), Map.of(), "Authorization", "Bearer " + foreign)
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.post(at("/api/probe"), Map.of(), "Authorization", "Basic aG90bGluZTEyMzQ1OmRlbW8=")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theEnginesUsersAndGroupsAreKeycloaks(@Autowired IdentityService identities) {
        assertThat(identities.createUserQuery().userId("gu.yangban").singleResult())
                .satisfies(user -> {
                    assertThat(user.getId()).isEqualTo("gu.yangban");
                    assertThat(user.getLastName()).isEqualTo("顾");
                });
        assertThat(identities.createGroupQuery().groupMember("lu.shifan").list())
                .extracting(Group::getId)
                .containsExactlyInAnyOrder("stationConsultant", "stationLead");
    }

    @Test
    void productionSeesThatTheRealmHoldsDemoUsers() {
        assertThat(DemoTraces.realmHasDemoUsers(settings)).isTrue();
        var wrong = new KeycloakProperties(
                settings.url(),
                settings.realm(),
                settings.web(),
                new KeycloakProperties.Client(settings.identity().id(), "wrong"));
        assertThatExceptionOfType(UnsafeProduction.class)
                .isThrownBy(() -> DemoTraces.realmHasDemoUsers(wrong))
                .withMessageContaining("could not be asked");
    }

    private void logIn(String username) {
        HttpResponse<String> form = browser.get(at("/oauth2/authorization/keycloak"));
        assertThat(form.uri().getQuery()).contains("code_challenge_method=S256");
        HttpResponse<String> page =
                browser.post(HttpBrowser.formAction(form), Map.of("username", username, "password", "demo"));
        assertThat(page.uri().toString()).as(page.body()).startsWith(at("/"));
    }

    private void logOut() {
        String token = HttpBrowser.field(browser.get(at("/probe/form")), "_csrf");
        HttpResponse<String> page = browser.post(at("/logout"), Map.of("_csrf", token));
        assertThat(page.uri()).as(page.body()).hasPath("/login");
    }

    private String token(String client, String secret) throws IOException {
        HttpResponse<String> answer = browser.post(
                settings.endpoint("token"),
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
        return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private static KeycloakServer start() {
        try {
            return KeycloakServer.start();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
