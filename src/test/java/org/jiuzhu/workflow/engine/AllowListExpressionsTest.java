package org.jiuzhu.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An uploaded model is code: what it can say is the allow-list and nothing else. */
class AllowListExpressionsTest {

    @Test
    void aBeanForModelsIsCalled() {
        assertThat(SmallEngine.say("${open.greet(id)}")).isEqualTo("hello 7");
    }

    @Test
    void variablesAndTheBusinessKeyAreRead() {
        assertThat(SmallEngine.say("${id}")).isEqualTo(7L);
        assertThat(SmallEngine.say("${execution.processBusinessKey}")).isEqualTo("XS-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.class}",
                "${''.class.forName('java.lang.Runtime')}",
                "${''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null)}",
                "${id.class}",
                "${id.toString()}",
                "${open.class}",
                "${open.getClass()}",
                "${open.hashCode()}",
                "${open.secret()}",
                "${open.still()}",
                "${open.greet(id, id)}",
                "${closed.greet(id)}",
                "${closed}",
                "${dataSource}",
                "${environment}",
                "${systemProperties}",
                "${processEngine}",
                "${execution.engineServices}",
                "${execution.processEngineServices.repositoryService}",
                "${execution.getProcessEngineServices()}",
                "${execution.variables}",
                "${execution.setVariable('id', 8)}",
                "${execution['class']}",
                "${T(java.lang.Runtime).getRuntime()}",
                "${java.lang.Runtime.getRuntime()}",
                "${Runtime.getRuntime().exec('id')}",
                "${applicationContext.getBean('closed')}",
                "${beans}",
                "#{closed.greet(id)}",
                "x${''.class}",
                "${S('{}')}",
                "${unknown}"
            })
    void nothingElseIsReached(String attack) {
        assertThatThrownBy(() -> SmallEngine.say(attack)).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void aDecisionTableAsksTheSameBeans() {
        assertThat(decide("${open.greet(id)}")).isEqualTo("decided");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${''.class.name}", "${''.getClass().getName()}", "${closed.greet(id)}", "${open.secret()}"})
    void aDecisionTableReachesNoMore(String attack) {
        assertThatThrownBy(() -> decide(attack)).isInstanceOf(ProcessEngineException.class);
    }

    private static String decide(String expression) {
        SmallEngine.engine()
                .getRepositoryService()
                .createDeployment()
                .addString(
                        "d.dmn",
                        """
                        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="t">
                          <decision id="decide" name="decide">
                            <decisionTable id="table" hitPolicy="FIRST">
                              <input id="i"><inputExpression id="e" typeRef="string" expressionLanguage="juel">
                                <text>%s</text></inputExpression></input>
                              <output id="o" name="said" typeRef="string" />
                              <rule id="r"><inputEntry id="in"><text></text></inputEntry>
                                <outputEntry id="out"><text>"decided"</text></outputEntry></rule>
                            </decisionTable>
                          </decision>
                        </definitions>
                        """
                                .formatted(expression))
                .deploy();
        return SmallEngine.engine()
                .getDecisionService()
                .evaluateDecisionTableByKey("decide", Map.of("id", 7L))
                .getSingleEntry();
    }
}
