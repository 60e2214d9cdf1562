package org.jiuzhu.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@JiuzhuTest
class CasePagesTest {

    private static final UserRequestPostProcessor LIN = user("lin.shiyong").roles("pointConsultant");
    private static final UserRequestPostProcessor GU = user("gu.yangban").roles("stationConsultant");

    @Autowired
    MockMvcTester mvc;

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
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    String lead;
    String number;

    @BeforeEach
    void openCase() {
        desk.system(() -> {
            libraries.seed(LocalDate.now(clock));
            return new Residents(people, households).zhao();
        });
        lead = intake.receive(
                        Tickets.about(LeadSource.HOTLINE_12345, Tickets.named("赵示例", Residents.ZHAO_ID, Actors.POINT)),
                        Tickets.HOTLINE)
                .number();
        journey.until(lead, "verifyLead", Route.CASE);
        number = desk.system(() -> jdbc.queryForObject("select number from assistance_case", String.class));
    }

    @Test
    void anOpenCaseShowsWhoWhereAndWhatIsToDo() {
        journey.until(lead, "confirmPlanWithHousehold", Route.CASE);

        assertThat(page("/cases/" + number, LIN))
                .contains("赵示例户", number, "与住户确认方案", "收到线索：12345 热线", "待住户确认", "/diagrams/1")
                .doesNotContain(Residents.ZHAO_ID, "??", "13800000193");
        assertThat(page("/cases/" + number + "?lang=en", LIN))
                .contains("Confirm plan with household", "Lead received: hotline 12345")
                .doesNotContain("??");
        assertThat(page("/cases/" + number + "/diagrams/1", LIN)).contains("service-plan");
        assertThat(mvc.get().uri("/cases/" + number + "/diagrams/9").with(LIN)).hasStatus(404);
    }

    @Test
    void aClosedCaseSaysHowItEndedAndItsLeadWhatTheSourceWasTold() {
        journey.toTheEnd(lead, Route.CASE);

        assertThat(page("/cases/" + number, GU))
                .contains("结案：困难已缓解", "答复来源：已办结")
                .doesNotContain("??");
        assertThat(page("/leads/" + lead, GU))
                .contains("线索 " + lead + " 已办结：困难已缓解。", "等来源来取")
                .doesNotContain("??");
        assertThat(page("/leads/" + lead + "?lang=en", GU))
                .contains("Lead " + lead + " is closed: the difficulty is eased.")
                .doesNotContain("??");
    }

    @Test
    void theListHasTheCasesOfTheReadersPlace() {
        assertThat(page("/cases", LIN)).contains(number, "赵示例", "办理中").doesNotContain("??");
        assertThat(page("/cases?which=CLOSED", LIN)).doesNotContain(number).contains("这里还没有个案");
        assertThat(page("/cases?which=ALL&lang=en", GU))
                .contains(number, "Open")
                .doesNotContain("??");
        assertThat(page("/cases", user("chen.jiashe").roles("pointConsultant"))).doesNotContain(number);
        assertThat(mvc.get().uri("/cases?which=NONE").with(LIN)).hasStatus(400);
    }

    @Test
    void aCaseIsFoundByItsIdAndNotOutsideItsPlace() {
        long id = desk.<Long>system(() -> jdbc.queryForObject("select id from assistance_case", Long.class));

        assertThat(mvc.get().uri("/cases/" + id).with(LIN)).hasRedirectedUrl("/cases/" + number);
        String elsewhere = desk.system(() -> jdbc.queryForObject(
                "select username from consultant where org_code = ? and filing = 'FILED' limit 1",
                String.class,
                Actors.OTHER_POINT));
        assertThat(mvc.get().uri("/cases/" + number).with(user(elsewhere).roles("pointConsultant")))
                .hasStatus(404);
    }

    private String page(String uri, UserRequestPostProcessor reader) {
        var result = mvc.get().uri(uri).with(reader).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
