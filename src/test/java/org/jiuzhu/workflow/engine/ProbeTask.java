package org.jiuzhu.workflow.engine;

import java.util.Map;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.support.Actors;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;

/** Handles the one task of the process that tests deploy. */
class ProbeTask implements TaskHandler {

    static final String PROCESS =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="probe" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="s" /><sequenceFlow id="f" sourceRef="s" targetRef="userTask_probe" />
                <userTask id="userTask_probe" camunda:formRef="probe" camunda:formRefBinding="deployment"
                  camunda:candidateGroups="pointConsultant:999901005001, stationConsultant:999901005" />
                <sequenceFlow id="g" sourceRef="userTask_probe" targetRef="e" /><endEvent id="e" />
              </process>
            </definitions>
            """;

    static final String FORM =
            """
            {"id": "probe", "type": "default", "schemaVersion": 19, "components": [
              {"type": "textfield", "id": "field_note", "key": "note", "label": "说明", "validate": {"required": true}}]}
            """;

    @Override
    public String taskKey() {
        return "userTask_probe";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return new TaskSubject(
                "XS-2026-000001", null, null, null, null, "999901", Actors.STATION, Actors.POINT, null, Urgency.NORMAL);
    }

    @Override
    public Map<String, Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        return Map.of("noted", true);
    }
}
