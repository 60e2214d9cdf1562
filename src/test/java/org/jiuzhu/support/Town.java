package org.jiuzhu.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jiuzhu.demo.DemoLibraries;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.demo.DemoResidents;
import org.jiuzhu.demo.Journey;
import org.jiuzhu.demo.Route;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.lead.LeadIntake;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.NewLead;
import org.jiuzhu.lead.Safety;
import org.jiuzhu.lead.Said;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo street, and leads that have come some way along it. */
public class Town {

    private final DemoNetwork network;
    private final DemoLibraries libraries;
    private final DemoResidents residents;
    private final Journey journey;
    private final LeadIntake intake;
    private final People people;
    private final ProcessEngine engine;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Town(
            DemoNetwork network,
            DemoLibraries libraries,
            DemoResidents residents,
            Journey journey,
            LeadIntake intake,
            People people,
            ProcessEngine engine,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.network = network;
        this.libraries = libraries;
        this.residents = residents;
        this.journey = journey;
        this.intake = intake;
        this.people = people;
        this.engine = engine;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    void settle() {
        DataScope.system("test")
                .run(() -> transaction.executeWithoutResult(status -> {
                    network.seed();
                    libraries.seed(LocalDate.now(clock));
                    residents.seed(LocalDate.now(clock));
                }));
    }

    /** From now on the engine's own threads do what is due, as in production. */
    public void runJobs() {
        jobs().start();
    }

    void stopJobs() {
        jobs().shutdown();
    }

    private JobExecutor jobs() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    /** Somebody of the street. */
    public Person person(String name) {
        return DataScope.system("test")
                .call(() -> transaction.execute(status ->
                        people.byIds(jdbc.queryForList("select id from person order by id", Long.class)).stream()
                                .filter(person -> person.name().equals(name))
                                .findFirst()
                                .orElseThrow()));
    }

    /** A hotline ticket about a head of a household, carried on until the task stands open; the lead's number. */
    public String caseAt(String task, String head, Route route) {
        Person person = person(head);
        Said said = new Said(
                person.name(), person.idNumber(), person.phone(), person.place().pointCode(), null, null, null);
        Actor hotline = new Actor("hotline12345", "12345 热线", Set.of("hotlineClient"), null, Set.of(), true);
        String number = intake.receive(
                        new NewLead(
                                LeadSource.HOTLINE_12345,
                                "GD-" + person.id(),
                                null,
                                null,
                                "家里药费多，日子紧，希望有人来看看。",
                                "来电人",
                                null,
                                said,
                                Safety.UNKNOWN,
                                null,
                                null,
                                List.of()),
                        hotline)
                .number();
        journey.until(number, task, route);
        return number;
    }
}
