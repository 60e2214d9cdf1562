package org.jiuzhu.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.jiuzhu.casefile.ServiceRefusal.Reason;
import org.jiuzhu.casefile.ServiceRefusal.Said;
import org.jiuzhu.demo.DemoLibraries;
import org.jiuzhu.demo.Journey;
import org.jiuzhu.demo.Route;
import org.jiuzhu.household.AssistanceCategory;
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
import org.jiuzhu.lifecycle.CircumstancesChanged;
import org.jiuzhu.lifecycle.ConsentWithdrawn.Consent;
import org.jiuzhu.lifeevent.DeathReport;
import org.jiuzhu.lifeevent.DeathReport.Source;
import org.jiuzhu.lifeevent.Deaths;
import org.jiuzhu.lifeevent.HouseholdMove.NewMove;
import org.jiuzhu.lifeevent.Moves;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.Timers;
import org.jiuzhu.support.YunfanTown;
import org.jiuzhu.workflow.OpenWork;
import org.jiuzhu.workflow.WorkItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every event subprocess of a case strikes at every user task of the case and of what it calls. */
@JiuzhuTest
class CaseEventsTest {

    private static final Actor LIN = Actors.pointConsultant();
    private static final Actor GU = Actors.stationConsultant();
    private static final Actor LU = Actors.stationLead();
    private static final String ID = "999999196901010165";
    private static final String[] NEEDS = {"SOCIAL_COUNSELLING", "WORK_JOB"};
    private static final Set<String> AT_A_POINT = Set.of("acceptReferral", "deliverService", "submitOutcome");
    private static final Set<String> OF_THE_ASSESSMENT =
            Set.of("giveNoticeAndConsent", "conductHomeSurvey", "scoreRisk", "reviewAssessment");

    @Autowired
    RuntimeService runtime;

    @Autowired
    Moves moves;

    @Autowired
    Deaths deaths;

    @Autowired
    Refusals refusals;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    CaseRepository cases;

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
    YunfanTown town;

    @Autowired
    Homes homes;

    @Autowired
    OpenWork work;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    Household home;
    long head;
    long daughter;
    String lead;

    static Stream<Arguments> tasks() {
        return Stream.of(
                        Stream.of(
                                        "verifyLead",
                                        "giveNoticeAndConsent",
                                        "conductHomeSurvey",
                                        "scoreRisk",
                                        "reviewAssessment",
                                        "draftServicePlan",
                                        "confirmPlanWithHousehold",
                                        "proposeReferral",
                                        "acceptReferral",
                                        "deliverService",
                                        "submitOutcome",
                                        "confirmOutcome",
                                        "followUp",
                                        "closeCase")
                                .map(task -> arguments(task, Route.CASE)),
                        Stream.of("conveneConference", "recordConference")
                                .map(task -> arguments(task, Route.DECLINED_TWICE)),
                        Stream.of(
                                        "explainPolicy",
                                        "prepareMaterials",
                                        "submitToWindow",
                                        "acceptApplication",
                                        "explainResult")
                                .map(task -> arguments(task, Route.APPLIED)),
                        Stream.of(
                                arguments("linkResource", Route.LINKED),
                                arguments("coordinateLine", Route.COORDINATED)))
                .flatMap(all -> all);
    }

    @BeforeEach
    void register() {
        town.served(NEEDS);
        desk.system(() -> {
            libraries.seed(today());
            return true;
        });
        for (String ngo : List.of(Actors.NGO_1, Actors.NGO_2)) {
            homes.serves(ngo, Actors.STATION, List.of(Actors.STATION, YunfanTown.STREET), NEEDS);
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aMoveTakesTheOpenTasksAlong(String task, Route route) {
        aCaseAt(task, route, true);
        Actor claimer = claimed(task);
        moveToYunfan();

        nothingIsAstray();
        for (WorkItem item : open()) {
            boolean stays = AT_A_POINT.contains(function(item));
            assertThat(item.assignee()).isEqualTo(stays ? claimer.username() : null);
            assertThat(item.streetCode()).isEqualTo(YunfanTown.STREET);
            if (!stays) {
                assertThat(groups(item)).allMatch(group -> group.contains(":" + YunfanTown.STREET));
            }
        }
        assertThat(desk.rowsSeenBy(LIN))
                .doesNotContainKeys(
                        "person", "household", "assistance_case", "need", "work_item", "assessment", "lead");
        assertThat(desk.rowsSeenBy(YunfanTown.CONSULTANT))
                .containsKeys("person", "household", "assistance_case", "lead");
        assertThat(known().number()).startsWith("SH-");
        if (task.equals(function(open().get(0))) && AT_A_POINT.contains(task)) {
            desk.release(open().get(0).taskId(), claimer);
        }
        itEnds(route);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aFalseReportOfDeathRestoresTheTasksAndATrueOneLetsTheFamilyGoOn(String task, Route route) {
        aCaseAt(task, route, true);
        List<List<String>> before = open().stream().map(this::groups).toList();
        DeathReport first = died(head);
        nothingIsAstray();
        assertThat(open()).isNotEmpty().allMatch(item -> "DEATH".equals(item.held()) && item.assignee() == null);

        desk.complete("confirmDeath", LU, Map.of("deathTrue", "NO", "reversalReason", "同名的另一位"));
        nothingIsAstray();
        assertThat(open()).allMatch(item -> item.held() == null);
        assertThat(open().stream().map(this::groups).toList()).isEqualTo(before);
        assertThat(known().personId()).isEqualTo(head);

        DeathReport second = died(head);
        assertThat(second.id()).isNotEqualTo(first.id());
        desk.complete("confirmDeath", LU, Map.of("deathTrue", "YES"));
        timers.runAsync();
        nothingIsAstray();
        assertThat(open()).allMatch(item -> item.held() == null);
        assertThat(open()).noneMatch(item -> AT_A_POINT.contains(function(item)));
        assertThat(known().personId()).isEqualTo(daughter);
        itEnds(route);
        assertThat(desk.tasks("notifyBenefits")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void whereNobodySurvivesTheStationLeadsWordEndsTheCase(String task, Route route) {
        aCaseAt(task, route, false);
        String number = known().number();
        DeathReport report = died(head);
        assertThat(known().isOpen()).isTrue();
        desk.complete("confirmDeath", LU, Map.of("deathTrue", "YES"));

        assertThat(known().outcome()).isEqualTo(Outcome.DECEASED);
        assertThat(known().isOpen()).isFalse();
        assertThat(desk.openKeys()).containsExactly("userTask_notifyBenefits");
        assertThat(running(number)).isZero();
        nothingIsAstray();
        assertThat(count("referral where settled_at is null")).isZero();

        desk.system(() -> {
            deaths.takeBack(report.id(), "本人回来了", LU);
            return true;
        });
        assertThat(known().isOpen()).isTrue();
        assertThat(known().number()).isEqualTo(number);
        assertThat(desk.openKeys()).containsExactly("userTask_verifyLead");
        assertThat(desk.system(() -> people.get(head).standing())).isEqualTo(Standing.ACTIVE);
        nothingIsAstray();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void whoeverRefusesIsAskedOnceMoreAndMayGoOnAndAChangeIsLookedAt(String task, Route route) {
        aCaseAt(task, route, true);
        refuse(false);
        refuse(false);
        nothingIsAstray();
        assertThat(desk.tasks("contactRefusal")).hasSize(1);
        assertThat(open())
                .filteredOn(item -> !function(item).equals("contactRefusal"))
                .allMatch(item -> (item.held() != null) == (item.ngoCode() == null));

        desk.complete(
                "contactRefusal",
                GU,
                Map.of("contactedOn", today().toString(), "answer", "OTHER_CONSULTANT", "answerNote", "换一位女顾问"));
        assertThat(open()).isNotEmpty().allMatch(item -> item.held() == null);

        change(true);
        change(true);
        desk.complete("reassessCase", GU, Map.of("decision", "URGENT", "decisionReason", "住院了，家里没人照看"));
        nothingIsAstray();
        assertThat(known().urgency()).isEqualTo(org.jiuzhu.shared.Urgency.URGENT);
        itEnds(route);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aRefusalThatStandsEndsTheCaseByTheStationLeadsWord(String task, Route route) {
        aCaseAt(task, route, true);
        String number = known().number();
        refuse(false);
        desk.complete(
                "contactRefusal",
                GU,
                Map.of("contactedOn", today().toString(), "answer", "STILL_REFUSES", "answerNote", "自己过得去"));
        desk.complete("decideRefusal", LU, Map.of("decision", "CLOSE", "decisionReason", "本人清醒，意愿明确"));

        assertThat(known().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(known().isOpen()).isFalse();
        assertThat(desk.openKeys()).isEmpty();
        assertThat(running(number)).isZero();
        nothingIsAstray();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void consentTakenBackStopsWhatRestedOnItAndNothingElse(String task, Route route) {
        aCaseAt(task, route, true);
        withdraw(Consent.SHARING);
        withdraw(Consent.SHARING);
        timers.runAsync();
        assertThat(desk.tasks("settleWithdrawal")).hasSize(1);
        assertThat(open()).noneMatch(item -> item.ngoCode() != null);
        assertThat(count("referral where ngo_code is not null")).isZero();
        for (String ngo : List.of(Actors.NGO_1, Actors.NGO_2)) {
            assertThat(desk.rowsSeenBy(Actors.ngoWorker(ngo)))
                    .doesNotContainKeys("referral", "referral_offer", "referral_service", "work_item");
        }
        settleWithdrawal();
        withdraw(Consent.ASSESSMENT);
        assertThat(open()).noneMatch(item -> OF_THE_ASSESSMENT.contains(function(item)));
        settleWithdrawal();
        nothingIsAstray();
        itEnds(route);
    }

    private void aCaseAt(String task, Route route, boolean family) {
        home = desk.system(() -> {
            head = people.register(new NewPerson(
                            Actors.POINT,
                            "韩迁移",
                            ID,
                            "13800000165",
                            null,
                            null,
                            PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN))))
                    .id();
            if (!family) {
                return households.register(new NewHousehold(Actors.POINT, "松鹤路 1 弄", "2 号", head));
            }
            daughter = people.register(new NewPerson(Actors.POINT, "韩小迁", null, null))
                    .id();
            return households.register(new NewHousehold(
                    Actors.POINT,
                    "松鹤路 1 弄",
                    "2 号",
                    List.of(new NewMember(head, Relation.HEAD, true), new NewMember(daughter, Relation.CHILD, true))));
        });
        lead = intake.receive(Tickets.about(LeadSource.CONSULTANT_FINDING, Tickets.named("韩迁移", ID, Actors.POINT)), LIN)
                .number();
        journey.until(lead, task, route);
    }

    /** Somebody has taken the task in hand before it happens. */
    private Actor claimed(String task) {
        String id = desk.tasks(task).get(0);
        String group = groups(open().stream()
                        .filter(item -> item.taskId().equals(id))
                        .findFirst()
                        .orElseThrow())
                .get(0);
        String[] parts = group.split(":");
        Actor claimer = Actors.at("claimer", "领取的人", parts[1], parts[0]);
        desk.claim(id, claimer);
        return claimer;
    }

    private void moveToYunfan() {
        desk.system(() ->
                moves.propose(home.id(), new NewMove(YunfanTown.POINT, today(), "搬到女儿家附近", "云东路 3 弄", "1 号"), LIN));
        desk.complete("confirmTransferOut", LU, Map.of("agreed", "YES"));
        desk.complete("confirmTransferIn", YunfanTown.LEAD, Map.of("agreed", "YES"));
        timers.fire("timer_moveDay");
    }

    private DeathReport died(long personId) {
        return desk.system(() -> deaths.report(personId, today(), Source.FAMILY, null, null, LIN));
    }

    private void refuse(boolean unsafe) {
        desk.system(() -> {
            refusals.report(known().id(), new Said(Reason.PRIVACY, "不想别人知道", today(), unsafe), LIN);
            return true;
        });
    }

    private void withdraw(Consent consent) {
        desk.system(() -> {
            withdrawals.report(known().id(), consent, today(), null, LIN);
            return true;
        });
    }

    private void settleWithdrawal() {
        desk.complete("settleWithdrawal", GU, Map.of("noticeOn", today().toString(), "providersTold", "YES"));
    }

    private void change(boolean alert) {
        desk.system(() -> {
            events.publishEvent(new CircumstancesChanged(home.id(), head, "SERIOUS_ILLNESS", alert));
            return true;
        });
    }

    private void itEnds(Route route) {
        String number = known().number();
        journey.toTheEnd(lead, route);
        assertThat(known().isOpen()).isFalse();
        assertThat(running(number)).isZero();
        nothingIsAstray();
    }

    private void nothingIsAstray() {
        assertThat(desk.system(() -> work.astray())).isEmpty();
    }

    private List<WorkItem> open() {
        return desk.system(() -> work.ofCase(known().id()));
    }

    private List<String> groups(WorkItem item) {
        return desk.system(() -> jdbc.queryForList(
                "select group_key from work_offer where task_id = ? order by group_key", String.class, item.taskId()));
    }

    private static String function(WorkItem item) {
        return item.taskKey().substring("userTask_".length());
    }

    private AssistanceCase known() {
        return desk.system(() -> cases.findByHouseholdIdOrderByIdDesc(home.id()).get(0));
    }

    private long running(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .count();
    }

    private int count(String from) {
        return desk.system(() -> jdbc.queryForObject("select count(*) from " + from, Integer.class));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
