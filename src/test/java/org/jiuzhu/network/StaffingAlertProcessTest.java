package org.jiuzhu.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.network.Consultant.Filing;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.Timers;
import org.jiuzhu.support.YunfanTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 云东 has two consultants, as many as Chuansha's notice wants (CS 三(三)). */
@JiuzhuTest
class StaffingAlertProcessTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-07-06");

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Register register;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void start() {
        init(engine);
    }

    @Test
    void theStationLeadIsToldAndSaysWhatIsDone() {
        file("you.shitian", Filing.WITHDRAWN);

        ProcessInstance alert = alert();
        assertThat(alert).isWaitingAt("userTask_restoreStaffing");
        assertThat(groups()).containsExactly("stationLead:" + YunfanTown.STREET);
        desk.complete(
                "restoreStaffing",
                YunfanTown.LEAD,
                Map.of("measure", "NEW_FILING", "restoreBy", "2026-07-31", "note", "已请居委推荐一名社区工作者。"));

        assertThat(alert)
                .isEnded()
                .hasPassedInOrder("startEvent_staffingShort", "userTask_restoreStaffing", "endEvent_staffingPlanned");
    }

    @Test
    void oneAlertStandsHoweverManyLeave() {
        file("you.shitian", Filing.WITHDRAWN);
        file("qin.yuyan", Filing.PENDING);

        assertThat(desk.tasks("restoreStaffing")).hasSize(1);
    }

    @Test
    void whereThereAreEnoughAgainTheAlertEnds() {
        file("you.shitian", Filing.WITHDRAWN);
        ProcessInstance alert = alert();

        file("you.shitian", Filing.FILED);

        assertThat(alert).isEnded().hasPassed("startEvent_staffingRestored");
        assertThat(desk.openKeys()).isEmpty();
    }

    @Test
    void itIsRemindedOf() {
        file("you.shitian", Filing.WITHDRAWN);

        timers.fire("timer_staffingReminder");

        assertThat(alert()).hasPassed("serviceTask_remindStaffing").isWaitingAt("userTask_restoreStaffing");
    }

    @Test
    void whereEnoughStayNobodyIsTold() {
        file("xu.moban", Filing.WITHDRAWN);

        assertThat(desk.openKeys()).isEmpty();
    }

    private void file(String username, Filing filing) {
        desk.system(() -> {
            register.setFiling(username, filing, TODAY);
            return true;
        });
    }

    private ProcessInstance alert() {
        return desk.system(() -> runtime.createProcessInstanceQuery().singleResult());
    }

    private List<String> groups() {
        return desk.system(() -> jdbc.queryForList("select group_key from work_offer", String.class));
    }
}
