package org.jiuzhu.visit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 赵示例 of 松鹤街道, urban dibao, registered on 2026-07-06: the half-year is owed. */
@JiuzhuTest
class PersonVisitApiTest {

    private static final UserRequestPostProcessor LIN = user("lin.shiyong").roles("pointConsultant");
    private static final UserRequestPostProcessor HOTLINE = user("hotline12345").roles("hotlineClient");
    private static final String REQUEST = "6a0c9c39-9df5-44a0-9f83-2a3c4e0a9d11";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    TestClock clock;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    long zhao;
    long elsewhere;

    @BeforeEach
    void register() {
        clock.set("2026-07-06T10:00:00");
        desk.system(() -> {
            zhao = person("赵示例", Actors.POINT);
            elsewhere = person("钱演示", Actors.OTHER_POINT);
            return households.register(new NewHousehold(Actors.POINT, "松鹤路 1 弄", "2 号 301", zhao));
        });
        clock.set("2026-07-15T10:00:00");
    }

    @Test
    void theTierIsToldWithItsReasonAndSource() {
        assertThat(get("/visit-tier?lang=zh"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.tier", tier -> assertThat(tier).isEqualTo("GENERAL"))
                .hasPathSatisfying("$.reason", reason -> assertThat(reason).isEqualTo("inDatabase"))
                .hasPathSatisfying("$.source", source -> assertThat(source).isEqualTo("SJ 二(三)"))
                .hasPathSatisfying("$.dataGap", gap -> assertThat(gap).asArray().contains("seriouslyIllOrDisabled"));
    }

    @Test
    void thePlanIsItsStepsWithTheirReasonsAndTheRulesBehindThem() {
        assertThat(get("/visit-plan"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.tier", tier -> assertThat(tier).isEqualTo("GENERAL"))
                .hasPathSatisfying("$.steps[0].from", from -> assertThat(from).isEqualTo("2026-07-06"))
                .hasPathSatisfying("$.steps[0].reason", why -> assertThat(why).isEqualTo("ENTERED"))
                .hasPathSatisfying(
                        "$.steps[0].profile", profile -> assertThat(profile).isEqualTo("songjiang"))
                .hasPathSatisfying(
                        "$.steps[0].duties[0].per", per -> assertThat(per).isEqualTo("HALF_YEAR"))
                .hasPathSatisfying(
                        "$.steps[0].rules",
                        rules -> assertThat(rules).asString().matches("visit-tier:\\d+ visit-cadence:\\d+"));
    }

    @Test
    void aVisitToldTwiceIsOneAndMeetsTheWindow() {
        assertThat(get("/visit-windows"))
                .bodyJson()
                .hasPathSatisfying("$[0].state", state -> assertThat(state).isEqualTo("UPCOMING"))
                .hasPathSatisfying("$[0].end", end -> assertThat(end).isEqualTo("2027-01-01"));

        MvcTestResult first = report(body("DONE", "2026-07-14"));
        assertThat(first).hasStatus(201);
        assertThat(report(body("DONE", "2026-07-14"))).hasStatusOk();

        assertThat(get("/visit-windows"))
                .bodyJson()
                .hasPathSatisfying("$[0].state", state -> assertThat(state).isEqualTo("MET"))
                .hasPathSatisfying("$[0].done", done -> assertThat(done).isEqualTo(1));
        assertThat(get("/visits"))
                .bodyJson()
                .hasPathSatisfying("$.length()", count -> assertThat(count).isEqualTo(1))
                .hasPathSatisfying("$[0].on", on -> assertThat(on).isEqualTo("2026-07-14"))
                .hasPathSatisfying(
                        "$[0].outcome", outcome -> assertThat(outcome).isEqualTo("DONE"));
        assertThat(count("service_record")).isOne();
    }

    @Test
    void thePageOfAPersonShowsThePlanTheWindowsAndWhyTheyAreOwed() {
        assertThat(page("zh"))
                .contains("走访安排", "下半年", "半年 1 次", "class=\"ruler\"", "登记入册", "一般·半年 1 次")
                .doesNotContain("??");
        assertThat(page("en"))
                .contains("Why the plan is as it is", "Entered the register", "Visits")
                .doesNotContain("??");

        desk.system(() -> {
            people.recordChange(zhao, ChangeKind.ACCIDENT, LocalDate.parse("2026-07-14"), null);
            return true;
        });
        assertThat(page("zh")).contains("每月 1 次", "7月15日 起改按更密的期走访（发生重大变化）", "下次复核：", "重大变化已过");
    }

    private String page(String language) {
        return text(
                mvc.get().uri("/people/" + zhao + "?lang=" + language).with(LIN).exchange());
    }

    @Test
    void somebodyElsewhereIsNotThereForAnyOfIt() {
        for (String what : new String[] {"visit-tier", "visit-plan", "visit-windows", "visits"}) {
            assertThat(mvc.get().uri("/api/v1/people/" + elsewhere + "/" + what).with(LIN))
                    .as(what)
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri("/api/v1/people/" + zhao + "/visit-plan").with(HOTLINE))
                .hasStatus4xxClientError();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | body",
                "{} | requestId",
                "{\"requestId\":\"7\"} | requestId",
                "{\"requestId\":\"6a0c9c39-9df5-44a0-9f83-2a3c4e0a9d11\"} | sheet",
            })
    void whatCannotBeReadIsNamedByItsField(String body, String field) {
        MvcTestResult refused = report(body);

        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("\"" + field + "\"").doesNotContain("??");
    }

    @Test
    void codesThatNobodyKnowsAndPeopleWhoAreNotMeantAreRefused() {
        assertThat(text(report(body("SEEN", "2026-07-14")))).contains("\"outcome\"", "SEEN");
        assertThat(report(body("DONE", "2026-07-14").replace("\"personId\": " + zhao, "\"personId\": " + elsewhere)))
                .hasStatus(422);
        assertThat(report(body("DONE", "2026-07-16"))).hasStatus(422);
        assertThat(report(body("REFUSED", "2026-07-14"))).hasStatus(422);
        assertThat(count("visit_report")).isZero();
        assertThat(count("visit_contact")).isZero();
    }

    @Test
    void daysThatMakeNoSenseAreRefusedAndReadingIsLogged() {
        assertThat(get("/visit-windows?from=gestern")).hasStatus(422);
        assertThat(get("/visit-windows?from=2026-07-02&until=2026-07-01")).hasStatus(422);
        assertThat(get("/visits?from=2020-01-01&until=2026-01-01")).hasStatus(422);

        assertThat(get("/visit-windows?from=2026-07-01&until=2026-08-01")).hasStatusOk();
        assertThat(desk.system(() -> jdbc.queryForObject(
                        "select count(*) from audit_event where kind = 'SENSITIVE_READ' and subject_id = ?",
                        Integer.class,
                        String.valueOf(zhao))))
                .isEqualTo(1);
    }

    private String body(String outcome, String on) {
        return """
                {"requestId": "%s", "people": [{"personId": %d, "outcome": "%s"}],
                 "sheet": {"residentName": "赵示例", "committee": "%s", "serviceMode": "VISIT", "participants": "林试用",
                   "servedOn": "%s", "hours": 0.5, "servicesS2": ["S21"], "initiator": "CONSULTANT",
                   "content": "上门看望，一切如常，家里没有变化，下月再来。"}}
                """
                .formatted(REQUEST, zhao, outcome, Actors.POINT, on);
    }

    private MvcTestResult report(String body) {
        return mvc.post()
                .uri("/api/v1/people/" + zhao + "/visit-reports")
                .with(LIN)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String what) {
        return mvc.get().uri("/api/v1/people/" + zhao + what).with(LIN).exchange();
    }

    private long person(String name, String org) {
        return people.register(new NewPerson(
                        org, name, null, null, null, null, PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN))))
                .id();
    }

    private int count(String table) {
        Integer found = desk.system(() -> jdbc.queryForObject("select count(*) from " + table, Integer.class));
        return found == null ? 0 : found;
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
