package org.jiuzhu.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.BackoffJobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.workflow.Messages;
import org.jiuzhu.workflow.Messages.Start;
import org.jiuzhu.workflow.engine.ManyStartsTest.CallTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** A burst of timers is carried out many per transaction, and what is more urgent goes before it. */
@JiuzhuTest
@Import(CallTask.class)
class JobBundlesTest {

    private static final String BURST =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t" id="d"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <message id="m" name="BurstOwed" />
              <process id="burst" isExecutable="true" camunda:historyTimeToLive="P1D" camunda:jobPriority="-10">
                <startEvent id="s"><messageEventDefinition id="sm" messageRef="m" /></startEvent>
                <sequenceFlow id="f" sourceRef="s" targetRef="timer" />
                <intermediateCatchEvent id="timer">
                  <timerEventDefinition id="t"><timeDate>${windowEnd}</timeDate></timerEventDefinition>
                </intermediateCatchEvent>
                <sequenceFlow id="g" sourceRef="timer" targetRef="check" />
                <serviceTask id="check" camunda:expression="${personId == 7 ? nobody : personId}" />
                <sequenceFlow id="h" sourceRef="check" targetRef="userTask_call" />
                <userTask id="userTask_call" camunda:candidateGroups="pointConsultant:999901005001" />
              </process>
            </definitions>
            """;

    private static final String ORDINARY =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t" id="d"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <message id="m" name="OrdinaryAsked" />
              <process id="ordinary" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="s" camunda:asyncAfter="true"><messageEventDefinition id="sm" messageRef="m" /></startEvent>
                <sequenceFlow id="f" sourceRef="s" targetRef="e" /><endEvent id="e" />
              </process>
            </definitions>
            """;

    /** A step that waits for whatever an engine can wait for; its first timer leaves it, its second ends it. */
    private static final String LONG_STEP =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t" id="d"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <message id="m" name="LongAsked" /><message id="n" name="LongOver" />
              <process id="long" isExecutable="true" camunda:historyTimeToLive="P1D" camunda:jobPriority="-10">
                <startEvent id="s"><messageEventDefinition id="sm" messageRef="m" /></startEvent>
                <sequenceFlow id="f" sourceRef="s" targetRef="step" />
                <subProcess id="step">
                  <extensionElements><camunda:inputOutput>
                    <camunda:inputParameter name="person">${personId}</camunda:inputParameter>
                  </camunda:inputOutput></extensionElements>
                  <startEvent id="i" /><sequenceFlow id="j" sourceRef="i" targetRef="userTask_call" />
                  <userTask id="userTask_call" camunda:candidateGroups="pointConsultant:999901005001" />
                </subProcess>
                <boundaryEvent id="first" attachedToRef="step" cancelActivity="false">
                  <timerEventDefinition id="t1"><timeDate>${windowEnd}</timeDate></timerEventDefinition>
                </boundaryEvent>
                <boundaryEvent id="second" attachedToRef="step">
                  <timerEventDefinition id="t2"><timeDate>${end}</timeDate></timerEventDefinition>
                </boundaryEvent>
                <boundaryEvent id="over" attachedToRef="step"><messageEventDefinition id="om" messageRef="n" /></boundaryEvent>
                <sequenceFlow id="a" sourceRef="first" targetRef="noted" />
                <serviceTask id="noted" camunda:expression="${personId}" /><sequenceFlow id="b" sourceRef="noted" targetRef="e" />
                <endEvent id="e" />
                <sequenceFlow id="c" sourceRef="second" targetRef="e2" /><endEvent id="e2" />
                <sequenceFlow id="k" sourceRef="over" targetRef="e3" /><endEvent id="e3" />
              </process>
            </definitions>
            """;

    @Autowired
    JobBundles bundles;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Autowired
    Messages messages;

    @Autowired
    WorkItems items;

    @Autowired
    Desk desk;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private JobExecutor shipped;
    private BundlingJobExecutor executor;

    @BeforeEach
    void deploy() {
        desk.system(() -> repository
                .createDeployment()
                .addString("burst.bpmn", BURST)
                .addString("ordinary.bpmn", ORDINARY)
                .addString("long.bpmn", LONG_STEP)
                .deploy()
                .getId());
        shipped = settings().getJobExecutor();
        executor = new BundlingJobExecutor(bundles) {
            @Override
            public boolean isActive() {
                return true;
            }
        };
        settings().setJobExecutor(executor);
    }

    @AfterEach
    void giveBack() {
        settings().setJobExecutor(shipped);
    }

    @Test
    void timersOfABurstShareTransactionsAndEachStrikesOnce() {
        start("BurstOwed", 100, 160);

        acquired(100).forEach(this::run);

        assertThat(desk.tasks("call")).hasSize(60);
        assertThat(desk.<Integer>system(
                        () -> jdbc.queryForObject("select count(distinct xmin::text) from work_item", Integer.class)))
                .isEqualTo(3);
        assertThat(management.createJobQuery().count()).isZero();
        assertThat(desk.system(items::astray)).isEmpty();
    }

    @Test
    void whatIsMoreUrgentComesFirstAndAlone() {
        start("BurstOwed", 100, 130);
        start("OrdinaryAsked", 200, 202);

        List<List<String>> acquired = acquired(12);

        assertThat(acquired)
                .hasSize(3)
                .last()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(10);
        assertThat(acquired.subList(0, 2)).allMatch(batch -> batch.size() == 1);
    }

    @Test
    void theNextAcquisitionFollowsAtOnceWhileMoreIsDue() {
        start("BurstOwed", 100, 160);
        BackoffJobAcquisitionStrategy strategy = new BackoffJobAcquisitionStrategy(executor);

        strategy.reconfigure(told(acquire(40)));
        assertThat(strategy.getWaitTime()).as("twenty more are due").isZero();

        strategy.reconfigure(told(acquire(40)));
        assertThat(strategy.getWaitTime()).as("nothing more is due").isPositive();
    }

    @Test
    void whatAnotherNodeTookMeanwhileIsLeftToIt() {
        start("BurstOwed", 100, 110);
        BundlingJobExecutor other = new BundlingJobExecutor(bundles);

        AcquiredJobs left = settings().getCommandExecutorTxRequired().execute(context -> {
            AcquiredJobs mine = executor.getAcquireJobsCmd(10).execute(context);
            AcquiredJobs theirs = settings().getCommandExecutorTxRequiresNew().execute(other.getAcquireJobsCmd(4));
            assertThat(theirs.size()).isEqualTo(4);
            return mine;
        });

        assertThat(left.size()).isEqualTo(6);
        assertThat(left.getJobIdBatches()).singleElement().satisfies(bundle -> assertThat(bundle)
                .hasSize(6));
        assertThat(left.getNumberOfJobsFailedToLock()).isEqualTo(4);
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthersAndIsTriedAgain() {
        start("BurstOwed", 1, 21);

        acquired(100).forEach(this::run);

        assertThat(desk.tasks("call")).hasSize(19);
        Job failed = management.createJobQuery().singleResult();
        assertThat(failed.getRetries()).isEqualTo(2);
        assertThat(failed.getExceptionMessage()).contains("nobody");
        assertThat(desk.system(items::astray)).isEmpty();
    }

    @Test
    void anExecutorThatStopsGivesBackWhatItDidNotDo() {
        start("BurstOwed", 100, 120);
        List<List<String>> acquired = acquired(100);
        settings().setJobExecutor(shipped);

        acquired.forEach(batch ->
                DataScope.system("job").run(new BundlingJobExecutor(bundles).getExecuteJobsRunnable(batch, engine())));

        assertThat(desk.tasks("call")).isEmpty();
        assertThat(desk.<Integer>system(() -> jdbc.queryForObject(
                        "select count(*) from act_ru_job where lock_owner_ is null", Integer.class)))
                .isEqualTo(20);
    }

    @Test
    void aStepThatATimerLeavesGoesOnAsItWas() {
        start("LongAsked", 100, 130);

        acquired(100).forEach(this::run);

        assertThat(desk.tasks("call")).hasSize(30);
        assertThat(management.createJobQuery().count()).isEqualTo(30);
        assertThat(desk.<Boolean>system(() -> messages.correlate("LongOver", "TF-107", Map.of())))
                .isTrue();
        assertThat(desk.tasks("call")).hasSize(29);
        assertThat(rows("select count(*) from act_ru_execution where business_key_ = 'TF-107'"))
                .isZero();
        assertThat(desk.system(items::astray)).isEmpty();
    }

    @Test
    void aStepThatATimerEndsLeavesNothingBehind() {
        start("LongAsked", 100, 130);
        acquired(100).forEach(this::run);

        clock.set(clock.now().plus(Duration.ofDays(2)));
        acquired(100).forEach(this::run);

        assertThat(desk.tasks("call")).isEmpty();
        for (String table : List.of("execution", "task", "job", "variable", "event_subscr")) {
            assertThat(rows("select count(*) from act_ru_" + table
                            + (table.equals("event_subscr") ? " where proc_inst_id_ is not null" : "")))
                    .as(table)
                    .isZero();
        }
        assertThat(desk.system(items::astray)).isEmpty();
    }

    private int rows(String sql) {
        return desk.<Integer>system(() -> jdbc.queryForObject(sql, Integer.class));
    }

    private void start(String message, int from, int to) {
        List<Start> starts = IntStream.range(from, to)
                .mapToObj(n -> new Start(
                        "TF-" + n,
                        Map.of("personId", (long) n),
                        Map.of(
                                "windowEnd", Date.from(clock.now()),
                                "end", Date.from(clock.now().plus(Duration.ofDays(1))))))
                .toList();
        desk.system(() -> {
            messages.startMany(message, starts);
            return starts;
        });
    }

    private List<List<String>> acquired(int most) {
        return List.copyOf(acquire(most).getJobIdBatches());
    }

    private AcquiredJobs acquire(int most) {
        return settings().getCommandExecutorTxRequired().execute(executor.getAcquireJobsCmd(most));
    }

    private JobAcquisitionContext told(AcquiredJobs acquired) {
        JobAcquisitionContext context = new JobAcquisitionContext();
        context.submitAcquiredJobs(engine.getName(), acquired);
        return context;
    }

    private void run(List<String> batch) {
        DataScope.system("job").run(executor.getExecuteJobsRunnable(batch, engine()));
    }

    private ProcessEngineImpl engine() {
        return (ProcessEngineImpl) engine;
    }

    private ProcessEngineConfigurationImpl settings() {
        return engine().getProcessEngineConfiguration();
    }
}
