package org.jiuzhu.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/** The stock engine's way: a process per person that waits at a timer; each that fires makes a visit task. */
final class Stock {

    private static final int MOST = 100_000;
    private static final int AT_ONCE = 500;
    private static final int LONGEST = 60;
    private static final int LIVES = 500;
    private static final int READERS = 28;
    private static final int PAGE = 25;
    private static final String DATABASE = "bench_stock";

    /** One visit's rows for many people. */
    private static final List<String> MULTIPLIED = List.of(
            """
            insert into act_ru_execution select (jsonb_populate_record(e, jsonb_build_object(
              'id_', 'e' || n, 'proc_inst_id_', 'e' || n, 'root_proc_inst_id_', 'e' || n))).*
            from act_ru_execution e, generate_series(1, ?) n
            """,
            """
            insert into act_ru_task select (jsonb_populate_record(t, jsonb_build_object(
              'id_', 't' || n, 'execution_id_', 'e' || n, 'proc_inst_id_', 'e' || n,
              'due_date_', timestamp '2026-08-01' + n % 31 * interval '1 day'))).*
            from act_ru_task t, generate_series(1, ?) n
            """,
            """
            insert into act_ru_identitylink select (jsonb_populate_record(l, jsonb_build_object(
              'id_', 'l' || n, 'task_id_', 't' || n, 'group_id_', 'point:' || n / %d))).*
            from act_ru_identitylink l, generate_series(1, ?) n
            """
                    .formatted(District.PER_POINT));

    private static final String CADENCE =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="bench"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="cadence" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="s" /><sequenceFlow id="f1" sourceRef="s" targetRef="waitDue" />
                <intermediateCatchEvent id="waitDue"><timerEventDefinition id="t">
                  <timeDate xsi:type="tFormalExpression">${nextVisit}</timeDate></timerEventDefinition></intermediateCatchEvent>
                <sequenceFlow id="f2" sourceRef="waitDue" targetRef="visit" />
                <userTask id="visit" camunda:candidateGroups="${pointGroup}" />
                <sequenceFlow id="f3" sourceRef="visit" targetRef="waitDue" />
              </process>
            </definitions>
            """;

    private Stock() {}

    static Map<String, Object> timers(BenchRun run) throws Exception {
        run.withoutProduct();
        int people = Math.min(run.people(), MOST);
        run.server().drop(DATABASE);
        run.server().prepare(DATABASE);
        return on(run, DATABASE, engine -> {
            fill(engine, people);
            run.sqlIn(DATABASE, "vacuum analyze");
            return fire(run, engine, people);
        });
    }

    /** A visit is done: its task ends, and the process waits for the next. */
    static Map<String, Object> life(BenchRun run) throws Exception {
        run.withoutProduct();
        return on(run, DATABASE, engine -> {
            List<Task> tasks = engine.getTaskService().createTaskQuery().listPage(0, LIVES);
            tasks.subList(0, LIVES / 5).forEach(task -> engine.getTaskService().complete(task.getId()));
            Meter meter = run.meter(DATABASE);
            List<Task> measured = tasks.subList(LIVES / 5, LIVES);
            measured.forEach(task -> engine.getTaskService().complete(task.getId()));
            return meter.stop(measured.size());
        });
    }

    /** The first page of a work list, and how many there are, as the engine's own query answers for one point each. */
    static Map<String, Object> pages(BenchRun run) throws Exception {
        run.withoutProduct();
        String database = "bench_stock_list";
        run.server().drop(database);
        run.server().prepare(database);
        return on(run, database, engine -> {
            engine.getRuntimeService()
                    .startProcessInstanceByKey(
                            "cadence",
                            Map.of("personId", 0L, "nextVisit", Date.from(Instant.EPOCH), "pointGroup", "point:x"));
            engine.getManagementService()
                    .executeJob(engine.getManagementService()
                            .createJobQuery()
                            .singleResult()
                            .getId());
            for (String rows : MULTIPLIED) {
                run.sqlIn(database, rows, run.people());
            }
            run.sqlIn(database, "vacuum analyze");
            return asked(engine, run.people() / District.PER_POINT);
        });
    }

    private static Map<String, Object> asked(ProcessEngine engine, int points) {
        List<Double> pages = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            String group = "point:" + (long) reader * points / READERS;
            TaskQuery mine = engine.getTaskService()
                    .createTaskQuery()
                    .or()
                    .taskAssignee("bench." + reader)
                    .taskCandidateGroupIn(List.of(group))
                    .endOr();
            pages.add(Meter.milliseconds(() -> mine.orderByDueDate().asc().listPage(0, PAGE)));
            counts.add(Meter.milliseconds(mine::count));
        }
        Map<String, Object> measured = new LinkedHashMap<>();
        Meter.spread(measured, "first page", pages);
        Meter.spread(measured, "count", counts);
        return measured;
    }

    private interface Asked {

        Map<String, Object> of(ProcessEngine engine) throws Exception;
    }

    private static Map<String, Object> on(BenchRun run, String database, Asked asked) throws Exception {
        ClockUtil.reset();
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(run.server().url(database));
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(20);
        try (HikariDataSource connections = new HikariDataSource(pool)) {
            ProcessEngine engine = engine(connections);
            try {
                return asked.of(engine);
            } finally {
                engine.close();
            }
        }
    }

    private static ProcessEngine engine(HikariDataSource connections) {
        StandaloneProcessEngineConfiguration settings = new StandaloneProcessEngineConfiguration();
        settings.setDataSource(connections);
        settings.setDatabaseSchemaUpdate("true");
        settings.setHistory(System.getProperty("stock.history", "audit"));
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setJobExecutorActivate(false);
        ProcessEngine engine = settings.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("cadence.bpmn", CADENCE)
                .deploy();
        return engine;
    }

    private static void fill(ProcessEngine engine, int people) {
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        Date due = Date.from(Instant.now());
        for (int from = 0; from < people; from += AT_ONCE) {
            int first = from;
            settings.getCommandExecutorTxRequired().execute(context -> {
                for (int person = first; person < Math.min(first + AT_ONCE, people); person++) {
                    engine.getRuntimeService()
                            .startProcessInstanceByKey(
                                    "cadence",
                                    "P" + person,
                                    Map.of(
                                            "personId",
                                            (long) person,
                                            "nextVisit",
                                            due,
                                            "pointGroup",
                                            "point:" + person / District.PER_POINT));
                }
                return null;
            });
        }
    }

    private static Map<String, Object> fire(BenchRun run, ProcessEngine engine, int people) throws Exception {
        Meter meter = run.meter(DATABASE);
        Instant end = Instant.now().plusSeconds(Math.min(LONGEST, run.seconds()));
        var jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        jobs.start();
        long fired = 0;
        while (fired < people && Instant.now().isBefore(end)) {
            Thread.sleep(500);
            fired = engine.getTaskService().createTaskQuery().count();
        }
        jobs.shutdown();
        return meter.stop(engine.getTaskService().createTaskQuery().count());
    }
}
