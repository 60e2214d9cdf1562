package org.jiuzhu.lifeevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
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
import org.jiuzhu.lifeevent.DeathReport.Source;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A couple and their child, without a case; with one, see the case's own tests. The day is Monday 2026-07-06. */
@JiuzhuTest
class PersonDeceasedProcessTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-05");

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Deaths deaths;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Desk desk;

    long father;
    long mother;
    long child;
    Household home;

    @BeforeEach
    void register() {
        init(engine);
        home = desk.system(() -> {
            father = person("蒋当家", "13800000301");
            mother = person("沈持家", "13800000302");
            child = person("蒋小例", null);
            return households.register(new NewHousehold(
                    Actors.POINT,
                    "样板路 9 弄",
                    "1 号",
                    List.of(
                            new NewMember(father, Relation.HEAD, true),
                            new NewMember(child, Relation.CHILD, true),
                            new NewMember(mother, Relation.SPOUSE, true))));
        });
    }

    @Test
    void whoSurvivesGoesOnUnderANewHeadAndTheBenefitOfficeIsTold() {
        ProcessInstance process = report(father);
        assertThat(standing(father)).isEqualTo(Standing.DECEASED);
        assertThat(head()).isEqualTo(mother);
        assertThat(members()).containsExactlyInAnyOrder(mother, child);
        assertThat(desk.system(() -> people.card(father).tier())).isEqualTo(Tier.NONE);

        desk.complete("confirmDeath", Actors.stationLead(), Map.of("deathTrue", "YES"));
        desk.complete(
                "notifyBenefits",
                Actors.stationConsultant(),
                Map.of("toldOn", "2026-07-06", "office", "ACCEPTANCE_CENTRE"));

        assertThat(process)
                .isEnded()
                .hasPassedInOrder("userTask_confirmDeath", "userTask_notifyBenefits", "endEvent_deathSettled");
        assertThat(head()).isEqualTo(mother);
    }

    @Test
    void aFalseReportRestoresStandingMembershipAndHead() {
        ProcessInstance process = report(father);
        desk.complete("confirmDeath", Actors.stationLead(), Map.of("deathTrue", "NO", "reversalReason", "同名同姓，本人在家"));

        assertThat(process).isEnded().hasPassed("endEvent_falseReport").hasNotPassed("userTask_notifyBenefits");
        everythingIsRestored();
    }

    @Test
    void aReportThatWasConfirmedCanStillBeTakenBack() {
        ProcessInstance process = report(father);
        desk.complete("confirmDeath", Actors.stationLead(), Map.of("deathTrue", "YES"));
        desk.system(() -> {
            deaths.takeBack(deaths.standing(father).orElseThrow().id(), "医院弄错了人", Actors.stationLead());
            return true;
        });

        assertThat(process).isEnded().hasPassed("endEvent_deathReversed");
        assertThat(desk.openKeys()).isEmpty();
        everythingIsRestored();
    }

    @Test
    void theSameReportTwiceChangesNothing() {
        report(father);
        desk.system(
                () -> deaths.report(father, DAY.minusDays(1), Source.POLICE, null, null, Actors.stationConsultant()));

        assertThat(desk.tasks("confirmDeath")).hasSize(1);
        assertThat(desk.system(() -> deaths.standing(father).orElseThrow().diedOn()))
                .isEqualTo(DAY);
    }

    @Test
    void theRecordOfTheDeadIsLocked() {
        report(father);

        assertThatThrownBy(() -> desk.system(() -> {
                    people.recordChange(father, ChangeKind.ACCIDENT, DAY, null);
                    return true;
                }))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk.system(
                        () -> people.describe(father, people.get(father).version(), PersonDetails.UNKNOWN)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aMemberWhoIsNotTheHeadLeavesTheHeadWhereItIs() {
        report(child);

        assertThat(head()).isEqualTo(father);
        assertThat(members()).containsExactlyInAnyOrder(father, mother);
    }

    @Test
    void theReporterMayNameTheNewHead() {
        desk.system(() -> deaths.report(father, DAY, Source.FAMILY, null, child, Actors.pointConsultant()));
        assertThat(head()).isEqualTo(child);
        assertThatThrownBy(() -> desk.system(
                        () -> deaths.report(child, DAY, Source.FAMILY, null, father, Actors.pointConsultant())))
                .isInstanceOf(Refusal.class);
    }

    private void everythingIsRestored() {
        assertThat(standing(father)).isEqualTo(Standing.ACTIVE);
        assertThat(head()).isEqualTo(father);
        assertThat(members()).containsExactlyInAnyOrder(father, mother, child);
        assertThat(desk.system(() -> households.members(home.id()).get(0).relation()))
                .isEqualTo("HEAD");
        assertThat(desk.system(() -> deaths.standing(father))).isEmpty();
    }

    private ProcessInstance report(long personId) {
        DeathReport report =
                desk.system(() -> deaths.report(personId, DAY, Source.FAMILY, "在家中去世", null, Actors.pointConsultant()));
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(report.number())
                .singleResult();
    }

    private long person(String name, String phone) {
        return people.register(new NewPerson(
                        Actors.POINT,
                        name,
                        null,
                        phone,
                        null,
                        null,
                        PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN))))
                .id();
    }

    private Standing standing(long personId) {
        return desk.system(() -> people.get(personId).standing());
    }

    private long head() {
        return desk.system(() -> households.get(home.id()).headPersonId());
    }

    private List<Long> members() {
        return desk.system(() -> households.members(home.id()).stream()
                .map(member -> member.person().id())
                .toList());
    }
}
