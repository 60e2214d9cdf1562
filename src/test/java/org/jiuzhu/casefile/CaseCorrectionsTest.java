package org.jiuzhu.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.jiuzhu.demo.DemoLibraries;
import org.jiuzhu.demo.Journey;
import org.jiuzhu.demo.Route;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.lead.LeadIntake;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.Residents;
import org.jiuzhu.lead.Tickets;
import org.jiuzhu.lifecycle.LeadAccepted;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.timeline.TimelineEvent;
import org.jiuzhu.workflow.OpenWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

/** A case that was closed too early is reopened; one on the wrong household goes to the right one. */
@JiuzhuTest
class CaseCorrectionsTest {

    private static final Actor LIN = Actors.pointConsultant();
    private static final Actor LU = Actors.stationLead();
    private static final Actor ZHU = Actors.at("zhu.yangli", "朱样例", Actors.OTHER_POINT, "pointLead", "pointConsultant");

    @Autowired
    CaseReopening reopening;

    @Autowired
    CaseRefiling refiling;

    @Autowired
    CaseRepository cases;

    @Autowired
    RuntimeService runtime;

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
    Timeline timeline;

    @Autowired
    OpenWork work;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    Household home;
    String lead;

    @BeforeEach
    void report() {
        home = desk.system(() -> {
            libraries.seed(LocalDate.now(clock));
            return new Residents(people, households).zhao();
        });
        lead = intake.receive(
                        Tickets.about(
                                LeadSource.CONSULTANT_FINDING, Tickets.named("赵示例", Residents.ZHAO_ID, Actors.POINT)),
                        LIN)
                .number();
    }

    @Test
    void aReopenedCaseKeepsItsNumberAndHowItHadEndedAndIsAnsweredOnce() {
        journey.toTheEnd(lead, Route.CASE);
        String number = known().number();
        int replies = count("lead_reply");
        reopen(LU);

        assertThat(known().number()).isEqualTo(number);
        assertThat(known().isOpen()).isTrue();
        assertThat(desk.openKeys()).containsExactly("userTask_verifyLead");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count())
                .isOne();
        assertThat(desk.system(() -> jdbc.queryForObject("select outcome from case_reopening", String.class)))
                .isEqualTo("RESOLVED");

        journey.toTheEnd(lead, Route.CASE);
        assertThat(known().isOpen()).isFalse();
        assertThat(count("lead_reply")).isEqualTo(replies);
        assertThat(desk.system(() -> work.astray())).isEmpty();
    }

    @Test
    void onlyAStationLeadReopensAndOnlyWhatIsClosed() {
        journey.until(lead, "verifyLead", Route.CASE);
        assertThatThrownBy(() -> reopen(LU)).isInstanceOf(Refusal.class);
        journey.toTheEnd(lead, Route.CASE);
        assertThatThrownBy(() -> reopen(LIN)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> reopen(Actors.stationConsultant())).isInstanceOf(Refusal.class);
        assertThat(known().isOpen()).isFalse();
    }

    @Test
    void aHouseholdWithAnotherOpenCaseKeepsTheOldOneClosed() {
        journey.toTheEnd(lead, Route.CASE);
        long closed = known().id();
        accept(home, 4711);

        assertThatThrownBy(() -> desk.system(() -> {
                    reopening.reopen(closed, "还有事没办完", LU);
                    return true;
                }))
                .isInstanceOf(Refusal.class);
        assertThat(count("assistance_case where closed_at is null")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"verifyLead", "reviewAssessment", "proposeReferral", "acceptReferral", "followUp", "closeCase"})
    void aCaseOnTheWrongHouseholdGoesToTheRightOneWithEverythingInIt(String task) {
        journey.until(lead, task, Route.CASE);
        Household right = neighbour();
        long caseId = known().id();
        desk.system(() -> {
            refiling.refile(caseId, " " + right.number().toLowerCase(java.util.Locale.ROOT), "同名，登记时选错了", LU);
            return true;
        });

        AssistanceCase moved = desk.system(() -> cases.findById(caseId).orElseThrow());
        assertThat(moved.householdId()).isEqualTo(right.id());
        assertThat(moved.personId()).isEqualTo(right.headPersonId());
        assertThat(moved.place()).isEqualTo(right.place());
        for (String table : List.of("need", "assessment", "referral", "work_item")) {
            assertThat(count(table + " where household_id = " + home.id() + " and household_id is not null"))
                    .as(table)
                    .isZero();
        }
        assertThat(desk.rowsSeenBy(LIN))
                .containsKeys("person", "household")
                .doesNotContainKeys("assistance_case", "need", "assessment", "work_item");
        assertThat(desk.rowsSeenBy(ZHU)).containsKeys("assistance_case");
        assertThat(kinds(home)).contains("case.refiledAway").doesNotContain("case.opened", "case.refiledHere");
        assertThat(kinds(right)).contains("case.opened", "case.refiledHere").doesNotContain("case.refiledAway");
        assertThat(desk.system(() -> work.astray())).isEmpty();

        journey.toTheEnd(lead, Route.CASE);
        assertThat(desk.system(() -> cases.findById(caseId).orElseThrow().isOpen()))
                .isFalse();
    }

    @Test
    void itGoesToNoHouseholdThatIsUnknownOrHasACaseInHandItself() {
        journey.until(lead, "verifyLead", Route.CASE);
        Household right = neighbour();
        long caseId = known().id();
        assertThatThrownBy(() -> refile(caseId, "HU-2026-999999")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> refile(caseId, home.number())).isInstanceOf(InvalidInput.class);
        accept(right, 4712);
        assertThatThrownBy(() -> refile(caseId, right.number())).isInstanceOf(Refusal.class);
        assertThat(desk.system(() -> cases.findById(caseId).orElseThrow().householdId()))
                .isEqualTo(home.id());
    }

    private void refile(long caseId, String number) {
        desk.system(() -> {
            refiling.refile(caseId, number, "放错了", LU);
            return true;
        });
    }

    private void reopen(Actor by) {
        desk.system(() -> {
            reopening.reopen(known().id(), "还有事没办完", by);
            return true;
        });
    }

    private void accept(Household household, long leadId) {
        desk.system(() -> {
            events.publishEvent(new LeadAccepted(
                    leadId,
                    household.id(),
                    household.headPersonId(),
                    household.place().orgCode(),
                    Urgency.NORMAL,
                    clock.instant()));
            return true;
        });
    }

    private Household neighbour() {
        return desk.system(() -> households.register(new NewHousehold(
                Actors.OTHER_POINT,
                "竹溪路 2 弄",
                "5 号",
                people.register(new NewPerson(Actors.OTHER_POINT, "赵示例", null, "13800000777"))
                        .id())));
    }

    private List<String> kinds(Household household) {
        return desk.system(() -> timeline.ofHousehold(household.id(), 100)).stream()
                .map(TimelineEvent::kind)
                .toList();
    }

    private AssistanceCase known() {
        return desk.system(() -> cases.findAll()).stream()
                .max(java.util.Comparator.comparing(AssistanceCase::id))
                .orElseThrow();
    }

    private int count(String from) {
        return desk.system(() -> jdbc.queryForObject("select count(*) from " + from, Integer.class));
    }
}
