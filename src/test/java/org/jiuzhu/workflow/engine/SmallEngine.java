package org.jiuzhu.workflow.engine;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jiuzhu.shared.database.EmbeddedDatabase;
import org.jiuzhu.support.TestDatabase;
import org.jiuzhu.workflow.ForModels;
import org.springframework.context.support.GenericApplicationContext;

/** The engine with our own set-up and two beans of which models may call one; no application around it. */
final class SmallEngine {

    /** What models may call. */
    @ForModels
    public static class Open {
        public String greet(long id) {
            return "hello " + id;
        }

        String secret() {
            return "secret";
        }

        public static String still() {
            return "static";
        }
    }

    /** What they may not. */
    public static class Closed {
        public String greet(long id) {
            return "never " + id;
        }
    }

    private static final ProcessEngine ENGINE = build();

    private SmallEngine() {}

    private static ProcessEngine build() {
        var beans = new GenericApplicationContext();
        beans.registerBean("open", Open.class);
        beans.registerBean("closed", Closed.class);
        beans.refresh();
        var noTasks = new WorkItemListeners(beans.getBeanProvider(WorkItemWriter.class));
        var engine = new StandaloneProcessEngineConfiguration();
        engine.setProcessEngineName("small");
        engine.setJdbcUrl(TestDatabase.url(TestDatabase.create()));
        engine.setJdbcUsername(EmbeddedDatabase.OWNER);
        engine.setJdbcPassword("");
        engine.setJdbcDriver("org.postgresql.Driver");
        engine.setDatabaseSchemaUpdate("true");
        engine.setHistory("none");
        engine.setEnforceHistoryTimeToLive(false);
        engine.getProcessEnginePlugins().add(new LeanEngine(beans, noTasks, null));
        return engine.buildProcessEngine();
    }

    static ProcessEngine engine() {
        return ENGINE;
    }

    /** Deploys a process {@code p} with these elements in it. */
    static void deploy(String... elements) {
        deployment(elements).deploy();
    }

    static DeploymentBuilder deployment(String... elements) {
        return ENGINE.getRepositoryService()
                .createDeployment()
                .addString(
                        "p.bpmn",
                        """
                        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
                          <process id="p" isExecutable="true">%s</process>
                        </definitions>
                        """
                                .formatted(String.join("", elements)));
    }

    /** Lets a model say this expression, and answers what came of it. */
    static Object say(String expression) {
        deploy(
                "<startEvent id=\"s\" /><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t\" />",
                "<serviceTask id=\"t\" camunda:resultVariable=\"said\" camunda:expression=\"" + expression + "\" />",
                "<sequenceFlow id=\"g\" sourceRef=\"t\" targetRef=\"w\" /><receiveTask id=\"w\" />");
        var instance = ENGINE.getRuntimeService().startProcessInstanceByKey("p", "XS-1", Map.of("id", 7L));
        return Objects.requireNonNull(ENGINE.getRuntimeService().getVariable(instance.getId(), "said"));
    }
}
