package org.jiuzhu.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelGuardTest {

    private static final String START =
            "<startEvent id=\"s\" /><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t\" />";

    @Test
    void aModelThatCallsBeansByExpressionIsDeployed() {
        assertThatCode(
                        () -> SmallEngine.deploy(
                                START,
                                "<serviceTask id=\"t\" camunda:expression=\"${open.greet(id)}\" /><exclusiveGateway id=\"u\" default=\"i\" />",
                                "<sequenceFlow id=\"g\" sourceRef=\"t\" targetRef=\"u\" /><task id=\"v\" />",
                                "<sequenceFlow id=\"i\" sourceRef=\"u\" targetRef=\"t\" />",
                                "<sequenceFlow id=\"h\" sourceRef=\"u\" targetRef=\"v\">",
                                "<conditionExpression xsi:type=\"tFormalExpression\">${found}</conditionExpression></sequenceFlow>"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id=\"t\" scriptFormat=\"javascript\"><script>1</script></scriptTask>",
                "<serviceTask id=\"t\" camunda:class=\"org.evil.Code\" />",
                "<serviceTask id=\"t\" activiti:class=\"org.evil.Code\" />",
                "<serviceTask id=\"t\" camunda:delegateExpression=\"${open}\" />",
                "<serviceTask id=\"t\" activiti:delegateExpression=\"${open}\" />",
                "<serviceTask id=\"t\" camunda:type=\"external\" camunda:topic=\"x\" />",
                "<serviceTask id=\"t\" activiti:type=\"external\" activiti:topic=\"x\" />",
                "<sendTask id=\"t\" camunda:class=\"org.evil.Code\" />",
                "<businessRuleTask id=\"t\" camunda:class=\"org.evil.Code\" />",
                "<task id=\"t\"><extensionElements><camunda:executionListener event=\"start\" class=\"org.evil.Code\" />"
                        + "</extensionElements></task>",
                "<task id=\"t\"><extensionElements><activiti:executionListener event=\"start\" class=\"org.evil.Code\" />"
                        + "</extensionElements></task>",
                "<task id=\"t\"><extensionElements><camunda:executionListener event=\"start\" delegateExpression=\"${open}\" />"
                        + "</extensionElements></task>",
                "<userTask id=\"t\"><extensionElements><camunda:taskListener event=\"create\" class=\"org.evil.Code\" />"
                        + "</extensionElements></userTask>",
                "<task id=\"t\"><extensionElements><camunda:executionListener event=\"start\">"
                        + "<camunda:script scriptFormat=\"javascript\">1</camunda:script></camunda:executionListener>"
                        + "</extensionElements></task>",
                "<task id=\"t\"><extensionElements><camunda:inputOutput><camunda:inputParameter name=\"x\">"
                        + "<camunda:script scriptFormat=\"javascript\">1</camunda:script></camunda:inputParameter>"
                        + "</camunda:inputOutput></extensionElements></task>",
                "<serviceTask id=\"t\"><extensionElements><camunda:connector><camunda:connectorId>http-connector"
                        + "</camunda:connectorId></camunda:connector></extensionElements></serviceTask>",
                "<exclusiveGateway id=\"t\" /><task id=\"u\" /><sequenceFlow id=\"g\" sourceRef=\"t\" targetRef=\"u\">"
                        + "<conditionExpression xsi:type=\"tFormalExpression\" language=\"javascript\">true</conditionExpression>"
                        + "</sequenceFlow>",
                "<userTask id=\"t\" camunda:formHandlerClass=\"org.evil.Code\" />",
                "<userTask id=\"t\"><extensionElements><camunda:formData><camunda:formField id=\"x\" type=\"string\">"
                        + "<camunda:validation><camunda:constraint name=\"validator\" config=\"org.evil.Code\" />"
                        + "</camunda:validation></camunda:formField></camunda:formData></extensionElements></userTask>",
                "<callActivity id=\"t\" calledElement=\"p\" camunda:variableMappingClass=\"org.evil.Code\" />",
                "<callActivity id=\"t\" calledElement=\"p\" camunda:variableMappingDelegateExpression=\"${open}\" />",
                "<subProcess id=\"t\"><startEvent id=\"x\" /><sequenceFlow id=\"y\" sourceRef=\"x\" targetRef=\"z\" />"
                        + "<serviceTask id=\"z\" camunda:class=\"org.evil.Code\" /></subProcess>",
            })
    void aModelWithCodeInItIsRefused(String element) {
        long before = deployments();
        assertThatThrownBy(() -> SmallEngine.deploy(START, element))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("Models may only call named beans by expression");
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void aProcessListenerIsRefusedToo() {
        assertThatThrownBy(() -> SmallEngine.deploy(
                        "<extensionElements><camunda:executionListener event=\"start\" class=\"org.evil.Code\" /></extensionElements>",
                        START,
                        "<task id=\"t\" />"))
                .hasMessageContaining("Models may only call named beans by expression");
    }

    @Test
    void noScriptLanguageButTheEnginesOwnIsThere() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(ScriptEngineFactory::getLanguageName)
                .containsOnly("feel", "feel-unary-tests", "JSP 2.1 EL");
    }

    private static long deployments() {
        return SmallEngine.engine()
                .getRepositoryService()
                .createDeploymentQuery()
                .count();
    }
}
