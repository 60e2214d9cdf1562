package org.jiuzhu.models;

/** Small models that keep every rule, to be broken one line at a time. */
final class Samples {

    private Samples() {}

    public static class Verbs {
        public String check(long visitId) {
            return secret(visitId);
        }

        String secret(long visitId) {
            return String.valueOf(visitId);
        }
    }

    public static class Routing {
        public String groups(String step, String orgCode) {
            return step + orgCode;
        }
    }

    static class Hidden {
        public String check(long visitId) {
            return String.valueOf(visitId);
        }
    }

    private static final String NAMESPACES =
            """
            xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
              xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
              xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              targetNamespace="sample\"""";

    static final String VISIT =
            """
            <bpmn:definitions id="definitions_visit" %s>
              <bpmn:process id="sample-visit" name="走访" isExecutable="true" camunda:historyTimeToLive="P180D">
                <bpmn:extensionElements><camunda:properties>
                  <camunda:property name="nameEn" value="Visit" />
                  <camunda:property name="requires" value="visitId, orgCode" />
                </camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="startEvent_begun" name="开始">%s</bpmn:startEvent>
                <bpmn:userTask id="userTask_lookAround" name="看一看" camunda:formRef="look-around"
                    camunda:formRefBinding="deployment" camunda:candidateGroups="${routing.groups('lookAround', orgCode)}">%s</bpmn:userTask>
                <bpmn:exclusiveGateway id="gateway_found" name="发现了吗？" default="flow_found_done">%s</bpmn:exclusiveGateway>
                <bpmn:serviceTask id="serviceTask_check" name="检查" camunda:expression="${samples.check(visitId)}">%s</bpmn:serviceTask>
                <bpmn:businessRuleTask id="ruleTask_decide" name="决定" camunda:expression="${samples.check(visitId)}" camunda:resultVariable="urgency">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="nameEn" value="Decide" />
                    <camunda:property name="decision" value="task-routing" />
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:businessRuleTask>
                <bpmn:callActivity id="callActivity_sampleCheck" name="复核" calledElement="sample-check">
                  <bpmn:extensionElements>
                    <camunda:properties><camunda:property name="nameEn" value="Check" /></camunda:properties>
                    <camunda:in businessKey="${execution.processBusinessKey}" />
                    <camunda:in source="visitId" target="visitId" />
                  </bpmn:extensionElements>
                </bpmn:callActivity>
                <bpmn:endEvent id="endEvent_done" name="结束">%s</bpmn:endEvent>
                <bpmn:sequenceFlow id="flow_begun_lookAround" sourceRef="startEvent_begun" targetRef="userTask_lookAround" />
                <bpmn:sequenceFlow id="flow_lookAround_found" sourceRef="userTask_lookAround" targetRef="gateway_found" />
                <bpmn:sequenceFlow id="flow_found_check" name="是" sourceRef="gateway_found" targetRef="serviceTask_check">%s
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${found &amp;&amp; urgency == 'EMERGENCY'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="flow_found_done" name="否" sourceRef="gateway_found" targetRef="endEvent_done">%s</bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="flow_check_decide" sourceRef="serviceTask_check" targetRef="ruleTask_decide" />
                <bpmn:sequenceFlow id="flow_decide_call" sourceRef="ruleTask_decide" targetRef="callActivity_sampleCheck" />
                <bpmn:sequenceFlow id="flow_call_done" sourceRef="callActivity_sampleCheck" targetRef="endEvent_done" />
              </bpmn:process>
              %s
            </bpmn:definitions>
            """
                    .formatted(
                            NAMESPACES,
                            english("Begun"),
                            english("Look around"),
                            english("Found?"),
                            english("Check"),
                            english("Done"),
                            english("Yes"),
                            english("No"),
                            diagram(
                                    "sample-visit",
                                    "startEvent_begun userTask_lookAround gateway_found serviceTask_check ruleTask_decide"
                                            + " callActivity_sampleCheck endEvent_done",
                                    "flow_begun_lookAround flow_lookAround_found flow_found_check flow_found_done"
                                            + " flow_check_decide flow_decide_call flow_call_done"));

    static final String CHECK =
            """
            <bpmn:definitions id="definitions_check" %s>
              <bpmn:process id="sample-check" name="复核" isExecutable="true" camunda:historyTimeToLive="P180D">
                <bpmn:extensionElements><camunda:properties>
                  <camunda:property name="nameEn" value="Check" />
                  <camunda:property name="requires" value="visitId" />
                </camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="startEvent_asked" name="开始">%s</bpmn:startEvent>
              </bpmn:process>
              %s
            </bpmn:definitions>
            """
                    .formatted(NAMESPACES, english("Asked"), diagram("sample-check", "startEvent_asked", ""));

    static final String ROUTING =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                id="definitions_routing" name="办理角色" namespace="sample">
              <decision id="task-routing" name="办理角色" camunda:historyTimeToLive="P180D">
                <decisionTable id="table" hitPolicy="COLLECT">
                  <input id="input"><inputExpression id="asked" typeRef="string"><text>step</text></inputExpression></input>
                  <output id="output" name="role" typeRef="string" />
                  <rule id="row">
                    <inputEntry id="in"><text>"lookAround"</text></inputEntry>
                    <outputEntry id="out"><text>"pointConsultant"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    static final String LOOK_AROUND =
            """
            {"id": "look-around", "components": [
              {"type": "radio", "id": "field_found", "key": "found", "label": "发现了吗", "properties": {"labelEn": "Found"},
               "values": [{"label": "是", "value": "YES", "labelEn": "Yes"}, {"label": "否", "value": "NO", "labelEn": "No"}]},
              {"type": "textarea", "id": "field_note", "key": "note", "label": "说明", "properties": {"labelEn": "Note"}},
              {"type": "dynamiclist", "id": "list_rows", "path": "rows", "components": [
                {"type": "textfield", "id": "field_row_note", "key": "note", "label": "说明", "properties": {"labelEn": "Note"}}]}]}
            """;

    private static String english(String name) {
        return "<bpmn:extensionElements><camunda:properties><camunda:property name=\"nameEn\" value=\"" + name
                + "\" /></camunda:properties></bpmn:extensionElements>";
    }

    private static String diagram(String process, String nodes, String flows) {
        var drawn = new StringBuilder(
                "<bpmndi:BPMNDiagram id=\"diagram\"><bpmndi:BPMNPlane id=\"plane\" bpmnElement=\"" + process + "\">");
        for (String node : nodes.split(" ")) {
            drawn.append(
                    "<bpmndi:BPMNShape id=\"shape_%s\" bpmnElement=\"%s\"><dc:Bounds x=\"1\" y=\"1\" width=\"9\" height=\"9\" /></bpmndi:BPMNShape>"
                            .formatted(node, node));
        }
        for (String flow : flows.split(" ")) {
            if (!flow.isEmpty()) {
                drawn.append(
                        "<bpmndi:BPMNEdge id=\"edge_%s\" bpmnElement=\"%s\"><di:waypoint x=\"1\" y=\"1\" /><di:waypoint x=\"2\" y=\"1\" /></bpmndi:BPMNEdge>"
                                .formatted(flow, flow));
            }
        }
        return drawn.append("</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>").toString();
    }
}
