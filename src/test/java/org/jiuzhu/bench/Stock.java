package org.jiuzhu.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The stock engine's way: a process per person that waits at a timer; each that fires makes a visit task. */
final class Stock {

    private static final int MOST = 100_000;
    private static final int AT_ONCE = 500;
    private static final int LONGEST = 60;

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
        String database = "bench_stock";
        run.server().drop(database);
        run.server().prepare(database);
        ClockUtil.reset();
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(run.server().url(database));
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(20);
        try (HikariDataSource connections = new HikariDataSource(pool)) {
            ProcessEngine engine = engine(connections);
            try {
                fill(engine, people);
                try (var admin = run.server().admin(database)) {
                    District.run(admin, "vacuum analyze");
                }
                return fire(run, engine, database, people);
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

    private static Map<String, Object> fire(BenchRun run, ProcessEngine engine, String database, int people)
            throws Exception {
        Meter meter = run.meter(database);
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
