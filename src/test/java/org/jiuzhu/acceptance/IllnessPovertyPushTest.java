package org.jiuzhu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.lead.PushBody;
import org.jiuzhu.lead.PushIntake;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.jiuzhu.visit.Nights;
import org.jiuzhu.visit.TakenStep;
import org.jiuzhu.visit.VisitPlans;
import org.jiuzhu.visit.VisitWindows;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** domain.md section 5: the monitoring platform warns of 褚样例, whom nobody knew, in 松鹤街道. */
@JiuzhuTest
class IllnessPovertyPushTest {

    private static final String NAME = "褚样例";
    private static final String ID = "999999196104060127";
    private static final Actor PLATFORM = Actor.machine("monitoring");

    @Autowired
    PushIntake pushes;

    @Autowired
    People people;

    @Autowired
    VisitPlans plans;

    @Autowired
    VisitWindows windows;

    @Autowired
    ObjectMapper json;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationContext product;

    @Test
    @DisplayName("6. Illness-poverty push")
    void illnessPovertyPush() throws Exception {
        clock.set("2026-03-10T10:00:00");
        push();
        push();
        assertThat(count("lead")).as("the same file twice").isOne();
        desk.complete("triageLead", Actors.stationConsultant(), open());
        timers.runAsync();

        long person = desk.system(() -> people.byIdNumber(ID).orElseThrow().id());
        assertThat(steps(person)).singleElement().satisfies(step -> {
            assertThat(step.tier()).isEqualTo(Tier.GENERAL);
            assertThat(step.tierReason()).isEqualTo("illnessAlert");
        });
        assertThat(owed(person)).containsExactly("2026-01-01 2026-07-01");
        day("2026-07-01");
        day("2027-01-01");
        assertThat(owed(person))
                .containsExactly("2026-01-01 2026-07-01", "2026-07-01 2027-01-01", "2027-01-01 2027-07-01");

        day("2027-03-10");
        assertThat(steps(person)).as("it is valid to the end of this day").hasSize(1);
        day("2027-03-11");
        assertThat(steps(person)).last().satisfies(step -> {
            assertThat(step.tier()).isEqualTo(Tier.NONE);
            assertThat(step.step().reason()).isEqualTo("ALERT_OVER");
            assertThat(step.step().from()).isEqualTo(LocalDate.parse("2027-03-11"));
        });
        assertThat(states(person)).containsExactly(DueState.MISSED, DueState.MISSED, DueState.CANCELLED);
        assertThat(closings()).containsExactly("2027-03-11 CANCELLED ALERT_OVER");
        day("2027-07-01");
        assertThat(owed(person)).as("nothing is owed any more").hasSize(3);
    }

    @Test
    void whoeverIsInTheDatabaseIsVisitedOnWhenTheAlertExpires() throws Exception {
        clock.set("2026-03-10T10:00:00");
        long person = desk.system(() -> people.register(new NewPerson(
                        Actors.POINT,
                        NAME,
                        ID,
                        null,
                        null,
                        null,
                        PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN))))
                .id());
        push();
        assertThat(desk.system(() -> people.get(person).details().illnessAlertOn()))
                .as("she is known by her number, so nobody need look")
                .isEqualTo(LocalDate.parse("2026-03-10"));
        day("2027-03-11");

        assertThat(steps(person)).singleElement().satisfies(step -> assertThat(step.tier())
                .isEqualTo(Tier.GENERAL));
        assertThat(closings()).isEmpty();
    }

    @Test
    void anAlertOfAKindThatNobodyKnowsIsRefusedWithItsRow() throws Exception {
        Map<String, Object> entry = entry();
        entry.put("alert", "FLOOD");
        pushes.receive(PushBody.read(json.writeValueAsBytes(List.of(entry)), false), null, PLATFORM);
        timers.runAsync();

        assertThat(count("lead")).isZero();
        assertThat(desk.<String>system(() -> jdbc.queryForObject("select problems from lead_push_entry", String.class)))
                .contains("alert", "lead.push.alert");
    }

    private void push() throws JsonProcessingException {
        byte[] body = json.writeValueAsBytes(List.of(entry()));
        pushes.receive(PushBody.read(body, false), null, PLATFORM);
        timers.runAsync();
    }

    private static Map<String, Object> entry() {
        return new HashMap<>(Map.of(
                "sourceRef",
                "JC-0127",
                "story",
                "近三个月自付医疗费超过家庭收入的一半。",
                "alert",
                "ILLNESS_POVERTY",
                "name",
                NAME,
                "idNumber",
                ID,
                "committeeCode",
                Actors.POINT));
    }

    private static Map<String, Object> open() {
        return Map.of(
                "danger",
                "NO",
                "triage",
                "OPEN_CASE",
                "householdId",
                "NEW",
                "personName",
                NAME,
                "idNumber",
                ID,
                "pointCode",
                Actors.POINT,
                "reason",
                "平台预警，需要了解");
    }

    /** What that day's round does. */
    private void day(String day) {
        clock.set(day + "T00:00:00");
        LocalDate today = LocalDate.parse(day);
        DataScope.system("round").run(() -> Nights.pass(product, today));
    }

    private List<TakenStep> steps(long person) {
        return desk.system(() -> plans.historyOf(person));
    }

    private List<String> owed(long person) {
        return desk.system(() -> jdbc.queryForList(
                "select start_on || ' ' || end_on from visit_window where person_id = ? and per = 'HALF_YEAR' order by 1",
                String.class,
                person));
    }

    private List<DueState> states(long person) {
        return desk.system(
                () -> jdbc
                        .queryForList(
                                "select id from visit_window where person_id = ? order by start_on", Long.class, person)
                        .stream()
                        .map(id -> windows.state(id).state())
                        .toList());
    }

    private List<String> closings() {
        return desk.system(() -> jdbc.queryForList(
                "select concat_ws(' ', closed_on, close_kind, close_reason) from visit_window where closed_on is not null",
                String.class));
    }

    private long count(String table) {
        Long rows = desk.system(() -> jdbc.queryForObject("select count(*) from " + table, Long.class));
        return rows == null ? 0 : rows;
    }
}
