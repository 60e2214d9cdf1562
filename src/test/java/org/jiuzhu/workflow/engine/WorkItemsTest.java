package org.jiuzhu.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The work list says what the engine says, after everything that can happen to a task. */
@JiuzhuTest
@Import(ProbeTask.class)
class WorkItemsTest {

    private static final Actor CONSULTANT = Actors.pointConsultant();

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    WorkItems items;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    private String instance;
    private String task;

    @BeforeEach
    void startTheProbe() {
        instance = desk.system(() -> {
            repository
                    .createDeployment()
                    .addString("probe.bpmn", ProbeTask.PROCESS)
                    .addString("probe.form", ProbeTask.FORM)
                    .deploy();
            return runtime.startProcessInstanceByKey("probe", "XS-2026-000001").getId();
        });
        task = desk.task("probe");
    }

    @Test
    void aNewTaskIsOfferedToItsGroupsAndToNobodyElse() {
        assertThat(offers()).containsExactly("pointConsultant:999901005001 false", "stationConsultant:999901005 false");
        assertThat(links()).as("identity links of the engine").isZero();
        assertThat(astray()).isEmpty();
    }

    @Test
    void aClaimedTaskIsTakenForEverybody() {
        desk.claim(task, CONSULTANT);

        assertThat(tasks.createTaskQuery().taskAssignee(CONSULTANT.username()).count())
                .isOne();
        assertThat(offers()).containsExactly("pointConsultant:999901005001 true", "stationConsultant:999901005 true");
        assertThat(astray()).isEmpty();
    }

    @Test
    void aReleasedTaskIsOfferedAgain() {
        desk.claim(task, CONSULTANT);
        desk.release(task, CONSULTANT);

        assertThat(offers()).containsExactly("pointConsultant:999901005001 false", "stationConsultant:999901005 false");
        assertThat(astray()).isEmpty();
    }

    @Test
    void aCompletedTaskIsGoneAndSaysWhoDidIt() {
        desk.completeTask(task, CONSULTANT, Map.of("note", "看过了"));

        assertThat(desk.tasks("probe")).isEmpty();
        assertThat(offers()).isEmpty();
        assertThat(doneBy()).containsExactly(CONSULTANT.username());
        assertThat(astray()).isEmpty();
    }

    @Test
    void answersThatDoNotHoldChangeNothing() {
        assertThatThrownBy(() -> desk.completeTask(task, CONSULTANT, Map.of())).isInstanceOf(InvalidInput.class);

        assertThat(desk.tasks("probe")).containsExactly(task);
        assertThat(doneBy()).isEmpty();
        assertThat(astray()).isEmpty();
    }

    @Test
    void aDeletedTaskIsGoneByTheProductItself() {
        desk.system(() -> {
            runtime.deleteProcessInstance(instance, "ended", true);
            return instance;
        });

        assertThat(desk.tasks("probe")).isEmpty();
        assertThat(doneBy()).containsExactly(WorkItemWriter.SYSTEM);
        assertThat(astray()).isEmpty();
    }

    @Test
    void whatTheEngineAndTheListSayDifferentlyIsFound() {
        update("update act_ru_task set assignee_ = 'somebody' where id_ = ?");
        assertThat(astray()).as("held by somebody else").containsExactly(task);
        update("update act_ru_task set assignee_ = null where id_ = ?");
        assertThat(astray()).isEmpty();

        update("update work_offer set taken = true where task_id = ?");
        assertThat(astray()).as("offered as taken").containsExactly(task);

        update("delete from work_offer where task_id = ?");
        assertThat(astray()).as("offered to nobody").containsExactly(task);

        update("delete from work_item where task_id = ?");
        assertThat(astray()).as("missing in the list").containsExactly(task);
    }

    private List<String> astray() {
        return desk.system(items::astray);
    }

    private List<String> offers() {
        return desk.system(() -> jdbc.queryForList(
                "select group_key || ' ' || taken from work_offer where task_id = ? order by group_key",
                String.class,
                task));
    }

    private List<String> doneBy() {
        return desk.system(
                () -> jdbc.queryForList("select done_by from task_done where task_id = ?", String.class, task));
    }

    private int links() {
        return desk.system(() -> jdbc.queryForObject("select count(*) from act_ru_identitylink", Integer.class));
    }

    private void update(String sql) {
        desk.system(() -> jdbc.update(sql, task));
    }
}
