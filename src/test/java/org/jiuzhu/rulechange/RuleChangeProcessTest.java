package org.jiuzhu.rulechange;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.People;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.Register;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rulechange.RuleChange.State;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.rules.VisitCadences;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.jiuzhu.visit.Forecast;
import org.jiuzhu.visit.PlanChange;
import org.jiuzhu.workflow.deploy.ModelDeployer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Today is Monday 2026-07-06. Monthly visits in 云帆镇 (CS), half-yearly ones of general recipients in 松鹤街道 (SJ). */
@JiuzhuTest
@Import(ChangeOffice.class)
class RuleChangeProcessTest {

    private static final Actor MODELER = Actors.at("yin.gouxiang", "尹构想", DemoNetwork.DISTRICT_CODE, "modeler");
    private static final LocalDate DAY = parse("2026-08-10");

    private static final int CHUNK = 500;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    ChangeOffice office;

    @Autowired
    RuleChanges changes;

    @Autowired
    RulePreviews previews;

    @Autowired
    VisitCadences cadences;

    @Autowired
    People people;

    @Autowired
    Register register;

    @Autowired
    Network network;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void start() {
        init(engine);
    }

    @AfterEach
    void takeTheTablesBack() {
        office.takeTheTablesBack();
    }

    @Test
    void onItsDayTheTableHoldsAndOpenWindowsAreFinishedAsTheyWereOpened() {
        long person = office.recipient(DemoNetwork.YUNDONG);
        RuleChange change = office.order(cadence("chuansha", twice(), false));
        ProcessInstance process = process(change);
        assertThat(process).isWaitingAt("gateway_waitForDay");
        assertThat(cadence(DemoNetwork.YUNDONG)).isEqualTo(1);

        clock.set("2026-08-10T00:00:00");
        timers.fire("timer_effectiveDay");
        assertThat(cadence(DemoNetwork.YUNDONG)).isEqualTo(2);
        timers.runAsync();

        assertThat(process)
                .isEnded()
                .hasPassedInOrder(
                        "timer_effectiveDay",
                        "serviceTask_publishRules",
                        "serviceTask_weighPlans",
                        "endEvent_changeDone");
        assertThat(office.get(change)).satisfies(done -> {
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(done.peopleDone()).isOne();
            assertThat(done.version()).isGreaterThan(1);
        });
        assertThat(windows(person)).containsExactly("2026-07-06 1 open", "2026-08-01 1 open");
        assertThat(owed(person)).isEqualTo("2 from 2026-09-01");
        assertThat(lastStep(person)).startsWith("2026-08-10 RULES visit-tier:");
        assertThat(office.audited()).containsExactly("ordered CADENCE", "published", "done");
    }

    @Test
    void atOnceTheOpenWindowIsReplacedThatDay() {
        long person = office.recipient(DemoNetwork.YUNDONG);
        RuleChange change = office.order(cadence("chuansha", twice(), true));
        clock.set("2026-08-10T00:00:00");
        timers.fire("timer_effectiveDay");
        timers.runAsync();

        assertThat(windows(person))
                .containsExactly("2026-07-06 1 open", "2026-08-01 1 SUPERSEDED", "2026-08-10 2 open");
        assertThat(owed(person)).isEqualTo("2 from 2026-09-01");
        assertThat(office.get(change).state()).isEqualTo(State.DONE);
    }

    @Test
    void aRowThatIsChangedRestsOnNoNoticeAnyMoreAndSaysSinceWhen() {
        office.order(cadence("chuansha", twice(), false));
        clock.set("2026-08-10T00:00:00");
        timers.fire("timer_effectiveDay");

        var ruling = desk.system(() -> cadences.of(DemoNetwork.YUNDONG, Tier.FLAT, false))
                .get(0)
                .ruling();
        assertThat(ruling.isAssumption()).isTrue();
        assertThat(cadence(DemoNetwork.ZHIYUAN)).as("another profile's row").isEqualTo(1);
    }

    @Test
    void takenBackBeforeItsDayNothingHasChanged() {
        long person = office.recipient(DemoNetwork.YUNDONG);
        RuleChange change = office.order(cadence("chuansha", twice(), false));
        ProcessInstance process = process(change);
        desk.system(() -> {
            changes.cancel(change.number(), MODELER);
            return true;
        });

        assertThat(process).isEnded().hasPassed("endEvent_changeCancelled").hasNotPassed("serviceTask_publishRules");
        assertThat(office.get(change).state()).isEqualTo(State.CANCELLED);
        assertThat(owed(person)).isEqualTo("1 from 2026-08-01");
        assertThatThrownBy(() -> desk.system(() -> {
                    changes.cancel(change.number(), ChangeOffice.DISTRICT);
                    return true;
                }))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rulechange.notPlanned");
    }

    @Test
    void aUnitFollowsAnotherProfileFromItsDayAndItsPeopleAreWeighedAgain() {
        long inside = office.recipient(DemoNetwork.HEMING);
        long outside = office.recipient(DemoNetwork.YUNDONG);
        RuleChange change = office.order(profile(DemoNetwork.HEMING, "changning", false));
        clock.set("2026-08-10T00:00:00");
        timers.fire("timer_effectiveDay");
        timers.runAsync();

        assertThat(desk.system(() -> network.profilesOf(DemoNetwork.HEMING, DAY))
                        .get(0)
                        .profile())
                .isEqualTo("changning");
        assertThat(lastStep(inside)).startsWith("2026-08-10 RULES");
        assertThat(windows(inside)).containsExactly("2026-07-06 1 open");
        assertThat(owed(inside)).as("after the half-year").isEqualTo("1 from 2027-01-01");
        assertThat(lastStep(outside)).startsWith("2026-07-06 ENTERED");
        assertThat(office.get(change).peopleTotal()).isOne();
    }

    @Test
    void atOnceAUnitsPeopleOweTheNewPeriodThatDay() {
        long inside = office.recipient(DemoNetwork.HEMING);
        office.order(profile(DemoNetwork.HEMING, "changning", true));
        clock.set("2026-08-10T00:00:00");
        timers.fire("timer_effectiveDay");
        timers.runAsync();

        assertThat(windows(inside)).containsExactly("2026-07-06 1 SUPERSEDED", "2026-08-10 1 open");
    }

    @Test
    void whatDoesNotFitAnyMoreOnItsDayIsNotPutInForce() {
        RuleChange change = office.order(profile(DemoNetwork.HEMING, "changning", false));
        ProcessInstance process = process(change);
        desk.system(() -> {
            register.assignProfile(DemoNetwork.HEMING, "putuo", parse("2026-09-01"), null);
            return true;
        });
        timers.fire("timer_effectiveDay");

        assertThat(process).isEnded().hasPassed("endEvent_changeRefused").hasNotPassed("serviceTask_weighPlans");
        assertThat(office.get(change).state()).isEqualTo(State.REFUSED);
        assertThat(desk.system(() -> network.profilesOf(DemoNetwork.HEMING, DAY))
                        .get(0)
                        .profile())
                .isEqualTo("songjiang");
    }

    @Test
    void manyPlansAreWeighedSomeAtATimeAndWhoeverStoppedGoesOnWhereItStopped() {
        desk.system(() -> IntStream.rangeClosed(0, CHUNK)
                .mapToLong(n -> office.recipient(DemoNetwork.YUNDONG))
                .sum());
        RuleChange change = office.order(cadence("chuansha", twice(), false));
        clock.set("2026-08-10T00:00:00");
        timers.fire("timer_effectiveDay");
        timers.fire("serviceTask_weighPlans");

        assertThat(office.get(change)).satisfies(half -> {
            assertThat(half.state()).isEqualTo(State.RUNNING);
            assertThat(half.peopleDone()).isEqualTo(CHUNK);
            assertThat(half.peopleTotal()).isEqualTo(CHUNK + 1);
        });
        timers.runAsync();
        assertThat(office.get(change)).satisfies(done -> {
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(done.peopleDone()).isEqualTo(CHUNK + 1);
        });
        long steps = count("visit_step");
        desk.system(() -> {
            changes.publish(change.id());
            changes.weighNext(change.id());
            return true;
        });
        assertThat(count("visit_step")).isEqualTo(steps).isEqualTo(2L * (CHUNK + 1));
    }

    @Test
    void aPreviewSaysWhoseWindowsChangeAndWhatEveryPointOwes() {
        office.recipient(DemoNetwork.YUNDONG);
        long second = office.recipient(DemoNetwork.YUNDONG);
        office.recipient(DemoNetwork.FANYING);
        office.recipient(DemoNetwork.HEMING);
        NewRuleChange asked = cadence("chuansha", twice(), false);

        Forecast forecast = office.whole(asked);
        assertThat(forecast.people()).isEqualTo(3);
        assertThat(forecast.openWindows()).isEqualTo(3);
        assertThat(forecast.points())
                .extracting(load -> load.place().orgCode())
                .containsExactly(DemoNetwork.YUNDONG, DemoNetwork.FANYING);
        assertThat(forecast.points().get(0)).satisfies(load -> {
            assertThat(load.people()).isEqualTo(2);
            assertThat(load.before()).isCloseTo(2 * 12 * 7 / 365.25, within(1e-9));
            assertThat(load.after()).isCloseTo(2 * load.before(), within(1e-9));
        });
        List<PlanChange> first = office.people(asked, 0, 2);
        assertThat(first).hasSize(2);
        assertThat(office.people(asked, first.get(1).personId(), 2)).hasSize(1);
        assertThat(first.get(1)).satisfies(change -> {
            assertThat(change.personId()).isEqualTo(second);
            assertThat(change.before().duties().get(0).count()).isEqualTo(1);
            assertThat(change.after().duties().get(0).count()).isEqualTo(2);
            assertThat(change.from()).isEqualTo(parse("2026-09-01"));
        });
        assertThat(office.people(cadence("chuansha", twice(), true), 0, 1))
                .singleElement()
                .satisfies(change -> assertThat(change.from()).isEqualTo(DAY));
        assertThat(cadence(DemoNetwork.YUNDONG)).as("nothing is in force").isEqualTo(1);
        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentSource(ModelDeployer.MODELER)
                        .count())
                .isZero();
    }

    @Test
    void aPreviewOfAnotherProfileWeighsEverybodyOfTheUnitByIt() {
        office.recipient(DemoNetwork.HEMING);
        office.recipient(DemoNetwork.ZHUXI);
        office.recipient(DemoNetwork.YUNDONG);

        Forecast forecast = office.whole(profile(DemoNetwork.SONGHE, "changning", true));
        assertThat(forecast.people()).isEqualTo(2);
        assertThat(forecast.points()).allSatisfy(load -> {
            assertThat(load.before()).isCloseTo(2 * 7 / 365.25, within(1e-9));
            assertThat(load.after()).isCloseTo(12 * 7 / 365.25, within(1e-9));
        });
        assertThat(office.people(profile(DemoNetwork.SONGHE, "changning", true), 0, 9))
                .allSatisfy(change -> {
                    assertThat(change.before().tier()).isEqualTo(Tier.GENERAL);
                    assertThat(change.after().tier()).isEqualTo(Tier.FLAT);
                });
    }

    @Test
    void whatDoesNotHoldIsRefusedByField() {
        assertThat(office.problems(ChangeOffice.on(cadence("chuansha", twice(), false), parse("2026-07-06"))))
                .containsExactly("on rulechange.on.past");
        assertThat(office.problems(ChangeOffice.on(cadence("chuansha", twice(), false), parse("2028-07-07"))))
                .containsExactly("on rulechange.on.far");
        assertThat(office.problems(cadence("chuansha", duty -> duty, false)))
                .containsExactly("rows rulechange.rows.none");
        assertThat(office.problems(cadence("chuansha", duty -> new Duty(Per.MONTH, 32, duty.channels(), false), false)))
                .containsExactly("count_flat-chuansha rulechange.count.many");
        assertThat(office.problems(cadence("chuansha", duty -> new Duty(Per.WEEK, 8, duty.channels(), true, 7), false)))
                .containsExactly(
                        "count_flat-chuansha rulechange.count.days", "ahead_flat-chuansha rulechange.ahead.long");
        assertThat(office.problems(profile("999901999", "putuo", false))).containsExactly("org rulechange.org.unknown");
        assertThat(office.problems(profile(DemoNetwork.SONGHE, "songjiang", false)))
                .containsExactly("profile rulechange.profile.same");
        assertThat(office.problems(profile(DemoNetwork.SONGHE, "moon", false)))
                .containsExactly("profile rulechange.profile.unknown");
        assertThatThrownBy(() -> new Duty(Per.NONE, 0, Channels.ANY, false))
                .as("no visits is no duty")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneChangeOfTheSameRowsAtATimeAndByTheDistrictAlone() {
        office.order(cadence("chuansha", twice(), false));
        assertThatThrownBy(() -> office.order(cadence("chuansha", twice(), true)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rulechange.open");
        office.order(cadence("songjiang", twice(), false));
        for (Actor nobody : List.of(Actors.stationLead(), Actors.pointLead())) {
            assertThatThrownBy(() -> desk.system(() -> changes.order(cadence("putuo", twice(), false), nobody)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("FORBIDDEN");
        }
    }

    @Test
    void ofTwoWhoOrderAtTheSameMomentOneIsFirstAndTheOtherIsTold() throws Exception {
        var together = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> answers = Stream.of(ChangeOffice.DISTRICT, MODELER)
                    .map(by -> two.submit(() -> {
                        NewRuleChange asked = cadence("chuansha", twice(), false);
                        together.await();
                        try {
                            return desk.system(() -> changes.order(asked, by)).number();
                        } catch (Refusal told) {
                            return told.messageKey() + " " + told.args();
                        }
                    }))
                    .toList();
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .containsExactlyInAnyOrder("GZ-2026-000001", "rulechange.open [GZ-2026-000001]");
        } finally {
            two.shutdown();
        }
        assertThat(count("rule_change")).isOne();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("rule-change")
                        .count())
                .isOne();
    }

    private static UnaryOperator<Duty> twice() {
        return duty -> new Duty(duty.per(), 2 * duty.count(), duty.channels(), duty.distinctDays(), duty.daysAhead());
    }

    private NewRuleChange cadence(String profile, UnaryOperator<Duty> other, boolean atOnce) {
        return office.cadence(profile, other, DAY, atOnce);
    }

    private static NewRuleChange profile(String orgCode, String profile, boolean atOnce) {
        return new NewRuleChange(Kind.PROFILE, profile, orgCode, DAY, List.of(), atOnce, "试行");
    }

    private ProcessInstance process(RuleChange change) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(change.number())
                .singleResult();
    }

    private int cadence(String orgCode) {
        return desk.system(() -> cadences.of(orgCode, Tier.FLAT, false).get(0).count());
    }

    private List<String> windows(long person) {
        return desk.system(() -> jdbc.queryForList(
                """
                select owed_from || ' ' || required || ' ' || coalesce(close_kind, 'open') from visit_window
                where person_id = ? order by owed_from, id
                """,
                String.class,
                person));
    }

    private String owed(long person) {
        return desk.system(() -> jdbc.queryForObject(
                "select required || ' from ' || from_on from visit_owed where person_id = ?", String.class, person));
    }

    private String lastStep(long person) {
        return desk.system(() -> jdbc.queryForObject(
                "select from_on || ' ' || reason || ' ' || rules from visit_step where person_id = ? order by id desc limit 1",
                String.class,
                person));
    }

    private long count(String table) {
        return desk.system(() -> jdbc.queryForObject("select count(*) from " + table, Long.class));
    }
}
