package org.jiuzhu.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.Messages;
import org.jiuzhu.workflow.Messages.Start;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hundreds of processes started together stand as if each had been started alone. */
@JiuzhuTest
@Import(ManyStartsTest.CallTask.class)
class ManyStartsTest {

    private static final Instant ENDS = Instant.parse("2026-07-31T16:00:00Z");

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Messages messages;

    @Autowired
    WorkItems items;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void deploy() {
        desk.system(() -> repository
                .createDeployment()
                .addString("call.bpmn", CallTask.PROCESS)
                .addString("call-off.bpmn", CallTask.ENDED)
                .deploy()
                .getId());
    }

    @Test
    void everyProcessHasItsTaskItsItemItsOffersAndItsTimer() {
        start(CallTask.MESSAGE, 300);

        assertThat(desk.tasks("call")).hasSize(300);
        assertThat(count("select count(*) from work_offer where due_at = ?", Date.from(ENDS)))
                .isEqualTo(600);
        assertThat(count("select count(distinct number) from work_item")).isEqualTo(300);
        assertThat(desk.system(items::astray)).isEmpty();
        assertThat(management.createJobQuery().timers().list())
                .hasSize(300)
                .allMatch(timer -> timer.getDuedate().toInstant().equals(ENDS));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("TF-7")
                        .variableValueEquals("personId", 7L)
                        .count())
                .isOne();
    }

    @Test
    void whatIsOnlyPassedIsNotStored() {
        start(CallTask.MESSAGE, 2);

        assertThat(runtime.createVariableInstanceQuery().list())
                .extracting("name")
                .containsOnly("personId");
    }

    @Test
    void oneThatCannotStartLeavesNone() {
        List<Start> starts = List.of(one(1), new Start("TF-2", Map.of("personId", 2L), Map.of()));

        assertThatThrownBy(() -> startAll(CallTask.MESSAGE, starts)).hasMessageContaining("windowEnd");

        assertThat(desk.tasks("call")).isEmpty();
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void workAboutSomebodyWhoseWorkStandsStillWaitsFromTheStart() {
        desk.system(() -> jdbc.update("insert into work_hold (reason, person_id) values ('DEATH', 2)"));

        start(CallTask.MESSAGE, 3);

        assertThat(desk.<List<Long>>system(
                        () -> jdbc.queryForList("select person_id from work_item where held is not null", Long.class)))
                .containsExactly(2L);
        assertThat(count("select count(*) from work_offer where group_key like 'held:%'"))
                .isEqualTo(2);
    }

    @Test
    void aTaskThatIsGoneBeforeAnybodySawItLeavesNoItem() {
        start(CallTask.CALLED_OFF, 3);

        assertThat(desk.tasks("call")).isEmpty();
        assertThat(count("select count(*) from task_done")).isEqualTo(3);
    }

    @Test
    void aMessageThatStartsNoModelIsRefused() {
        assertThatThrownBy(() -> start("Nothing", 1)).hasMessageContaining("Nothing");
    }

    private void start(String message, int many) {
        startAll(
                message,
                IntStream.rangeClosed(1, many).mapToObj(ManyStartsTest::one).toList());
    }

    private void startAll(String message, List<Start> starts) {
        desk.system(() -> {
            messages.startMany(message, starts);
            return starts;
        });
    }

    private static Start one(long person) {
        return new Start("TF-" + person, Map.of("personId", person), Map.of("windowEnd", Date.from(ENDS)));
    }

    private long count(String sql, Object... args) {
        return desk.system(() -> jdbc.queryForObject(sql, Long.class, args));
    }

    /** Handles the task of the two models that this test deploys. */
    static class CallTask implements TaskHandler {

        static final String MESSAGE = "CallOwed";
        static final String CALLED_OFF = "CallCalledOff";

        static final String PROCESS =
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t" id="d"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <message id="m" name="CallOwed" />
                  <process id="call" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <extensionElements><camunda:properties>
                      <camunda:property name="requires" value="personId,windowEnd" />
                    </camunda:properties></extensionElements>
                    <startEvent id="s"><messageEventDefinition id="sm" messageRef="m" /></startEvent>
                    <sequenceFlow id="f" sourceRef="s" targetRef="userTask_call" />
                    <userTask id="userTask_call" camunda:dueDate="${windowEnd}"
                      camunda:candidateGroups="pointConsultant:999901005001, stationConsultant:999901005" />
                    <boundaryEvent id="timer" attachedToRef="userTask_call" cancelActivity="false">
                      <timerEventDefinition id="t"><timeDate>${windowEnd}</timeDate></timerEventDefinition>
                    </boundaryEvent>
                  </process>
                </definitions>
                """;

        static final String ENDED =
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t" id="d"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <message id="n" name="CallCalledOff" />
                  <process id="callOff" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="s2"><messageEventDefinition id="sm2" messageRef="n" /></startEvent>
                    <sequenceFlow id="f1" sourceRef="s2" targetRef="fork" /><parallelGateway id="fork" />
                    <sequenceFlow id="f2" sourceRef="fork" targetRef="userTask_call" />
                    <sequenceFlow id="f3" sourceRef="fork" targetRef="off" />
                    <userTask id="userTask_call" camunda:candidateGroups="pointConsultant:999901005001" />
                    <endEvent id="off"><terminateEventDefinition id="o" /></endEvent>
                  </process>
                </definitions>
                """;

        @Override
        public String taskKey() {
            return "userTask_call";
        }

        @Override
        public TaskSubject subject(TaskContext task) {
            return new TaskSubject(
                    "TF-" + task.longVar("personId"),
                    null,
                    task.longVar("personId"),
                    null,
                    null,
                    "999901",
                    Actors.STATION,
                    Actors.POINT,
                    null,
                    Urgency.NORMAL);
        }

        @Override
        public Map<String, Object> complete(TaskContext task, FormAnswers answers, Actor by) {
            return Map.of();
        }
    }
}
