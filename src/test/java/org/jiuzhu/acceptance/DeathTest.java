package org.jiuzhu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.demo.DemoLibraries;
import org.jiuzhu.demo.Journey;
import org.jiuzhu.demo.Route;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewHousehold.NewMember;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.household.Relation;
import org.jiuzhu.household.Standing;
import org.jiuzhu.lead.LeadIntake;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.Tickets;
import org.jiuzhu.lifeevent.DeathReport.Source;
import org.jiuzhu.lifeevent.Deaths;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.workflow.OpenWork;
import org.jiuzhu.workflow.WorkItem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** domain.md section 5. */
@JiuzhuTest
class DeathTest {

    private static final String ID = "999999195003120026";

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    LeadIntake intake;

    @Autowired
    Journey journey;

    @Autowired
    Deaths deaths;

    @Autowired
    DemoLibraries libraries;

    @Autowired
    OpenWork work;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    long old;
    long son;

    @Test
    @DisplayName("8. Death")
    void death() {
        desk.system(() -> {
            libraries.seed(today());
            return true;
        });
        Household home = family();
        String lead = intake.receive(
                        Tickets.about(LeadSource.CONSULTANT_FINDING, Tickets.named("赵示例", ID, Actors.POINT)),
                        Actors.pointConsultant())
                .number();
        journey.until(lead, "deliverService", Route.CASE);
        List<String> offeredBefore = offers();
        assertThat(visits()).containsExactly("HALF_YEAR 2026-07-01 owed");

        report();
        assertThat(visits()).containsExactly("HALF_YEAR 2026-07-01 CANCELLED DEATH");
        assertThat(open()).allMatch(item -> "DEATH".equals(item.held()));
        assertThat(desk.system(() -> people.card(old).tier())).isEqualTo(Tier.NONE);
        assertThat(desk.system(() -> households.get(home.id()).headPersonId())).isEqualTo(son);
        theRecordIsLocked();

        desk.complete("confirmDeath", Actors.stationLead(), Map.of("deathTrue", "NO", "reversalReason", "医院弄错了人"));
        assertThat(desk.system(() -> people.get(old).standing())).isEqualTo(Standing.ACTIVE);
        assertThat(desk.system(() -> people.card(old).tier())).isNotEqualTo(Tier.NONE);
        assertThat(desk.system(() -> households.get(home.id()).headPersonId())).isEqualTo(old);
        assertThat(offers()).isEqualTo(offeredBefore);
        assertThat(visits()).as("as if it had never been").containsExactly("HALF_YEAR 2026-07-01 owed");

        report();
        desk.complete("confirmDeath", Actors.stationLead(), Map.of("deathTrue", "YES"));
        assertThat(visits()).containsExactly("HALF_YEAR 2026-07-01 CANCELLED DEATH");
        assertThat(desk.openKeys()).contains("userTask_notifyBenefits", "userTask_reassessCase");
        assertThat(desk.tasks("deliverService"))
                .as("what was only for her is over")
                .isEmpty();
        desk.complete(
                "notifyBenefits",
                Actors.stationConsultant(),
                Map.of("toldOn", today().toString(), "office", "ACCEPTANCE_CENTRE"));

        journey.toTheEnd(lead, Route.CASE);
        assertThat(value("select person_id::text from assistance_case where closed_at is not null"))
                .isEqualTo(String.valueOf(son));
        assertThat(desk.openKeys()).isEmpty();
        assertThat(desk.system(() -> work.astray())).isEmpty();
    }

    private List<String> visits() {
        return desk.system(() -> jdbc.queryForList(
                """
                select concat_ws(' ', per, start_on, coalesce(close_kind, 'owed'), close_reason) from visit_window
                where person_id = ? order by start_on
                """,
                String.class,
                old));
    }

    private void theRecordIsLocked() {
        assertThatThrownBy(() -> desk.system(() -> {
                    people.recordChange(old, ChangeKind.ACCIDENT, today(), null);
                    return true;
                }))
                .isInstanceOf(Refusal.class);
    }

    private Household family() {
        return desk.system(() -> {
            old = people.register(new NewPerson(
                            Actors.POINT,
                            "赵示例",
                            ID,
                            "13800000193",
                            null,
                            null,
                            PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN))))
                    .id();
            son = people.register(new NewPerson(Actors.POINT, "赵小例", null, null))
                    .id();
            return households.register(new NewHousehold(
                    Actors.POINT,
                    "松鹤路 1 弄",
                    "2 号",
                    List.of(new NewMember(old, Relation.HEAD, true), new NewMember(son, Relation.CHILD, true))));
        });
    }

    private void report() {
        desk.system(() -> deaths.report(old, today(), Source.HOSPITAL, null, null, Actors.pointConsultant()));
    }

    private List<WorkItem> open() {
        return desk.system(() -> work.ofCase(1));
    }

    private List<String> offers() {
        return desk.system(
                () -> jdbc.queryForList("select group_key from work_offer order by task_id, group_key", String.class));
    }

    private String value(String sql) {
        return desk.system(() -> jdbc.queryForObject(sql, String.class));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
