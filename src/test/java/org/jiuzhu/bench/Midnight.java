package org.jiuzhu.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.jiuzhu.shared.DataScope;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Everybody's month ends at one midnight: the timers of all windows are due at once. */
final class Midnight {

    private static final int MINUTE = Integer.getInteger("minute", 60);
    private static final String DUE =
            "select count(*) from act_ru_job where duedate_ <= timestamptz '2026-08-01 00:00+08' and retries_ > 0"
                    + " and handler_cfg_ like '%s%%'";

    private static final String PROBE =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="bench"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="ordinary" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="s" camunda:asyncAfter="true" /><sequenceFlow id="f" sourceRef="s" targetRef="e" /><endEvent id="e" />
              </process>
            </definitions>
            """;

    private Midnight() {}

    static Map<String, Object> reminders(BenchRun run) throws Exception {
        Map<String, Object> measured = burst(run, "timer_visitReminder", "2026-07-31T12:00:00", run.burst(), null);
        run.sql("delete from act_ru_job where handler_cfg_ like 'timer_visitReminder%'");
        return measured;
    }

    /** The executor as the engine's starter sets it up, without the product's indexes, for at most a minute. */
    static Map<String, Object> asBefore(BenchRun run) throws Exception {
        run.sql("drop index if exists jiuzhu_job_next, jiuzhu_job_due, jiuzhu_job_running");
        run.sql("analyze act_ru_job");
        Product product = run.product();
        ProcessEngineImpl engine = (ProcessEngineImpl) product.bean(ProcessEngine.class);
        ProcessEngineConfigurationImpl settings = engine.getProcessEngineConfiguration();
        settings.setJobExecutorAcquireByPriority(false);
        settings.setJobExecutorAcquireByDueDate(false);
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(3);
        threads.setMaxPoolSize(10);
        threads.setQueueCapacity(3);
        threads.setTaskDecorator(work -> () -> DataScope.system("job").run(work));
        threads.initialize();
        SpringJobExecutor stock = new SpringJobExecutor();
        stock.setTaskExecutor(threads);
        stock.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        stock.registerProcessEngine(engine);
        // Whoever carries out a job asks the engine's own executor whether it is still active.
        JobExecutor shipped = settings.getJobExecutor();
        settings.setJobExecutor(stock);
        try {
            return burst(run, "timer_windowEnd", "2026-08-01T00:00:05", Math.min(MINUTE, run.burst()), stock);
        } finally {
            settings.setJobExecutor(shipped);
            settings.setJobExecutorAcquireByPriority(true);
            settings.setJobExecutorAcquireByDueDate(true);
            threads.shutdown();
            run.sql("create index jiuzhu_job_next on act_ru_job (priority_ desc, duedate_)");
            run.sql("create index jiuzhu_job_due on act_ru_job (duedate_)");
            run.sql("create index jiuzhu_job_running on act_ru_job (lock_exp_time_) where lock_owner_ is not null");
        }
    }

    static Map<String, Object> tuned(BenchRun run) throws Exception {
        return burst(run, "timer_windowEnd", "2026-08-01T00:00:05", run.burst(), null);
    }

    private static Map<String, Object> burst(
            BenchRun run, String timer, String now, int seconds, @org.jspecify.annotations.Nullable JobExecutor other)
            throws Exception {
        Product product = run.product();
        product.stand(now);
        run.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ is not null");
        run.sql("vacuum analyze act_ru_job");
        product.bean(RepositoryService.class)
                .createDeployment()
                .enableDuplicateFiltering(true)
                .name("ordinary")
                .addString("ordinary.bpmn", PROBE)
                .deploy();
        String due = DUE.formatted(timer);
        long before = run.count(due);
        JobExecutor jobs = other == null ? product.jobs() : other;
        List<Long> waits = new ArrayList<>();
        ScheduledExecutorService beside = Executors.newSingleThreadScheduledExecutor();
        Meter meter = run.meter();
        Instant end = Instant.now().plusSeconds(seconds);
        jobs.start();
        beside.scheduleWithFixedDelay(() -> waits.add(ordinary(product)), 2, 2, TimeUnit.SECONDS);
        Map<String, Object> pages = new LinkedHashMap<>();
        long left = before;
        while (left > 0 && Instant.now().isBefore(end)) {
            if (pages.isEmpty() && other == null && before > 5000) {
                pages.putAll(Pages.measure(product, 3));
            }
            Thread.sleep(500);
            left = run.count(due);
        }
        Map<String, Object> measured = meter.stop(before - run.count(due));
        beside.shutdownNow();
        jobs.shutdown();
        pages.forEach((what, value) -> measured.put("burst_" + what, value));
        measured.put("left", left);
        measured.put("ordinary_job_ms", waits.stream().sorted().toList());
        return measured;
    }

    /** How long an asynchronous step of another process waits beside the burst, in milliseconds. */
    private static long ordinary(Product product) {
        Instant start = Instant.now();
        RuntimeService runtime = product.bean(RuntimeService.class);
        String instance = product.system(
                () -> runtime.startProcessInstanceByKey("ordinary").getId());
        while (runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0
                && Duration.between(start, Instant.now()).toSeconds() < MINUTE) {
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return Duration.between(start, Instant.now()).toMillis();
    }
}
