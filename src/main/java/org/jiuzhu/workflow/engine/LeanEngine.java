package org.jiuzhu.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.jiuzhu.workflow.ForModels;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** How the engine is set up here: lean, closed to everything but the allow-list, filling our own work list. */
@Component
class LeanEngine extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;
    private final List<BpmnParseListener> parseListeners;

    /** @param schema makes sure that the tables are there before the engine looks for them */
    LeanEngine(ApplicationContext context, WorkItemListeners workItems, FlywayMigrationInitializer schema) {
        this.context = context;
        this.parseListeners = List.of(new RequiredVariables(), workItems);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new AllowListExpressions(new AllowedBeans(context)));
        engine.setBpmnParseFactory(new ModelGuard());
        StrongUuidGenerator ids = new StrongUuidGenerator();
        engine.setIdGenerator(ids);
        engine.setCustomSessionFactories(List.of(new EntityManagers(ids)));
        engine.setJobPriorityProvider(new JobPriorities());
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9:_-]+");
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setDefaultNumberOfRetries(3);
        engine.setJobExecutorAcquireByPriority(true);
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setEnsureJobDueDateNotNull(true);
        withoutLoggingContext(engine);
        engine.setCustomIncidentHandlers(List.of(new BundleReading.Incidents()));
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        List<BpmnParseListener> listeners = new ArrayList<>(parseListeners);
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(0, engine.getCustomPostBPMNParseListeners());
        }
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        BundleReading.addQueries(engine);
    }

    /** Nothing of it is in the log's lines, and keeping it current costs a tenth of every step the engine takes. */
    private static void withoutLoggingContext(ProcessEngineConfigurationImpl engine) {
        engine.setLoggingContextActivityId(null);
        engine.setLoggingContextActivityName(null);
        engine.setLoggingContextApplicationName(null);
        engine.setLoggingContextBusinessKey(null);
        engine.setLoggingContextProcessDefinitionId(null);
        engine.setLoggingContextProcessDefinitionKey(null);
        engine.setLoggingContextProcessInstanceId(null);
        engine.setLoggingContextTenantId(null);
        engine.setLoggingContextEngineName(null);
    }

    /** Names and beans of the allow-list, looked up when first called: stages need the engine to be built. */
    record AllowedBeans(ApplicationContext context) {

        boolean allows(String name) {
            return context.containsBean(name) && context.findAnnotationOnBean(name, ForModels.class) != null;
        }

        Object get(String name) {
            return context.getBean(name);
        }

        Map<String, Object> all() {
            return context.getBeansWithAnnotation(ForModels.class);
        }
    }
}
