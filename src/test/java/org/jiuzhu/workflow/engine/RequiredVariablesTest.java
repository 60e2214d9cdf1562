package org.jiuzhu.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequiredVariablesTest {

    private final RuntimeService runtime = SmallEngine.engine().getRuntimeService();

    @BeforeEach
    void deploy() {
        SmallEngine.deploy(
                "<extensionElements><camunda:properties><camunda:property name=\"requires\" value=\"caseId, orgCode\" />"
                        + "</camunda:properties></extensionElements>",
                "<startEvent id=\"s\" /><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"w\" /><receiveTask id=\"w\" />");
    }

    @Test
    void withAllOfThemTheProcessStarts() {
        var instance = runtime.startProcessInstanceByKey("p", Map.of("caseId", 1L, "orgCode", "999901005001"));
        assertThat(instance.isEnded()).isFalse();
    }

    @Test
    void whatIsMissingIsNamedInOneSentence() {
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("p", Map.of("caseId", 1L)))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageMatching("Process p:.+ was started without \\[orgCode]");
        assertThat(runtime.createProcessInstanceQuery()
                        .variableValueEquals("caseId", 1L)
                        .count())
                .as("nothing was started")
                .isEqualTo(runtime.createProcessInstanceQuery()
                        .variableValueEquals("caseId", 1L)
                        .variableValueEquals("orgCode", "999901005001")
                        .count());
    }

    @Test
    void nothingIsNotAValue() {
        Map<String, Object> variables = new HashMap<>();
        variables.put("caseId", null);
        variables.put("orgCode", "999901005001");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("p", variables))
                .hasMessageContaining("was started without [caseId]");
    }

    @Test
    void aCallThatForgetsOneFails() {
        SmallEngine.engine()
                .getRepositoryService()
                .createDeployment()
                .addString(
                        "caller.bpmn",
                        """
                        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
                          <process id="caller" isExecutable="true">
                            <startEvent id="s" /><sequenceFlow id="f" sourceRef="s" targetRef="c" />
                            <callActivity id="c" calledElement="p">
                              <extensionElements><camunda:in source="caseId" target="caseId" /></extensionElements>
                            </callActivity>
                          </process>
                        </definitions>
                        """)
                .deploy();
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("caller", Map.of("caseId", 1L)))
                .hasMessageContaining("was started without [orgCode]");
    }
}
