package org.jiuzhu.lifeevent.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jiuzhu.demo.DemoLibraries;
import org.jiuzhu.demo.Journey;
import org.jiuzhu.demo.Route;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Standing;
import org.jiuzhu.lead.LeadIntake;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.Residents;
import org.jiuzhu.lead.Tickets;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Something happened: the menu on a case's page, its forms, and who may do what. */
@JiuzhuTest
class ActionPagesTest {

    private static final Actor LIN = Actors.pointConsultant();
    private static final Actor LU = Actors.stationLead();

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    LeadIntake intake;

    @Autowired
    Journey journey;

    @Autowired
    DemoLibraries libraries;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    Household home;
    String lead;

    @BeforeEach
    void aCase() {
        home = desk.system(() -> {
            libraries.seed(LocalDate.of(2026, 7, 6));
            return new Residents(people, households).zhao();
        });
        lead = intake.receive(
                        Tickets.about(
                                LeadSource.CONSULTANT_FINDING, Tickets.named("赵示例", Residents.ZHAO_ID, Actors.POINT)),
                        LIN)
                .number();
        journey.until(lead, "verifyLead", Route.CASE);
    }

    @Test
    void aConsultantReportsADeathFromTheCaseAndTheStationLeadTakesItBack() throws Exception {
        assertThat(page(casePage(), LIN))
                .contains("/actions/report-death/" + home.id(), "/actions/propose-move/", "/actions/report-refusal/")
                .doesNotContain("/actions/reverse-death/", "/actions/reopen-case/", "/actions/refile-case/");
        String action = "/actions/report-death/" + home.id();
        assertThat(page(action, LIN)).contains("报告去世", action + "/form");
        assertThat(page(action + "/form", LIN)).contains("赵示例");

        Map<String, Object> answers = new HashMap<>(Map.of(
                "personId",
                String.valueOf(home.headPersonId()),
                "diedOn",
                "2026-07-05",
                "source",
                "FAMILY",
                "sure",
                false));
        assertThat(send(action, answers, LIN).getStatus()).as("a slip").isEqualTo(422);
        answers.put("sure", true);
        assertThat(send(action, answers, LIN).getStatus()).isEqualTo(200);
        assertThat(standing()).isEqualTo(Standing.DECEASED);

        String back = "/actions/reverse-death/" + home.id();
        assertThat(page(casePage(), LU)).contains(back);
        assertThat(send(back, Map.of("reason", "本人在家"), LIN).getStatus()).isEqualTo(404);
        assertThat(send(back, Map.of("reason", "本人在家"), LU).getStatus()).isEqualTo(200);
        assertThat(standing()).isEqualTo(Standing.ACTIVE);
        assertThat(desk.openKeys()).containsExactly("userTask_verifyLead");
    }

    @Test
    void aMoveIsProposedAndTakenBackFromThePersonsPage() throws Exception {
        String person = "/people/" + home.headPersonId();
        String propose = "/actions/propose-move/" + home.id();
        assertThat(page(person, LIN)).contains(propose);
        Map<String, Object> answers = Map.of("toOrg", "999901101001", "moveOn", "2026-07-15", "reason", "搬到女儿家附近");
        assertThat(send(propose, answers, LIN).getStatus()).isEqualTo(200);
        assertThat(page(person, LIN)).doesNotContain(propose).contains("/actions/withdraw-move/");
        assertThat(send("/actions/withdraw-move/" + home.id(), Map.of(), LIN).getStatus())
                .isEqualTo(200);
        assertThat(desk.openKeys()).containsExactly("userTask_verifyLead");
    }

    @Test
    void whoeverDoesNotWorkWithTheHouseholdIsOfferedNothing() throws Exception {
        String action = "/actions/report-death/" + home.id();
        Actor elsewhere = Actors.at("zhu.yangli", "朱样例", Actors.OTHER_POINT, "pointLead", "pointConsultant");
        assertThat(get(action, elsewhere).getStatus()).isEqualTo(404);
        assertThat(get(action, Actors.at("qian.cankao", "钱参考", "999901", "auditor"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(get("/actions/no-such-thing/1", LIN).getStatus()).isEqualTo(404);
    }

    @Test
    void aClosedCaseOffersToBeReopenedToTheStationLeadOnly() throws Exception {
        journey.toTheEnd(lead, Route.CASE);
        String reopen = "/actions/reopen-case/" + caseId();
        assertThat(page(casePage(), LU)).contains(reopen).doesNotContain("/actions/report-refusal/");
        assertThat(page(casePage(), LIN)).doesNotContain(reopen);
        assertThat(send(reopen, Map.of("reason", "还有事没办完"), LU).getStatus()).isEqualTo(200);
        assertThat(desk.openKeys()).containsExactly("userTask_verifyLead");
    }

    private Standing standing() {
        return desk.system(() -> people.get(home.headPersonId()).standing());
    }

    private long caseId() {
        return desk.system(() -> jdbc.queryForObject("select max(id) from assistance_case", Long.class));
    }

    private String casePage() {
        return "/cases/"
                + desk.system(() -> jdbc.queryForObject("select max(number) from assistance_case", String.class));
    }

    private String page(String path, Actor by) throws Exception {
        MockHttpServletResponse response = get(path, by);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse get(String path, Actor by) throws Exception {
        return send(MockMvcRequestBuilders.get(path), by);
    }

    private MockHttpServletResponse send(String path, Map<String, Object> answers, Actor by) throws Exception {
        return send(
                post(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsBytes(answers))
                        .with(csrf()),
                by);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Actor by) throws Exception {
        return http.perform(request.with(user(by.username()).roles(by.roles().toArray(String[]::new))))
                .andReturn()
                .getResponse();
    }
}
