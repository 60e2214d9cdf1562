package org.jiuzhu.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.util.BitMaskUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.workflow.Foresight;
import org.springframework.stereotype.Component;

/**
 * Reads the processes of a bundle of jobs in five queries, where the engine asks eight for each job: what is read lies in
 * the command's cache, tied together as the engine would tie it, and the engine finds it there.
 */
@Component
class BundleReading {

    private static final String QUERIES = "engine/bundles.xml";

    private final List<Foresight> foresights;

    BundleReading(List<Foresight> foresights) {
        this.foresights = foresights;
    }

    /** Makes the queries known to the engine. */
    static void addQueries(ProcessEngineConfigurationImpl engine) {
        Configuration queries = engine.getSqlSessionFactory().getConfiguration();
        try (InputStream file = BundleReading.class.getClassLoader().getResourceAsStream(QUERIES)) {
            new XMLMapperBuilder(Objects.requireNonNull(file), queries, QUERIES, queries.getSqlFragments()).parse();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Unfailed(String jobId) {}

    /** Does not ask for the incidents of a job that is known to have none. */
    static final class Incidents extends DefaultIncidentHandler {

        Incidents() {
            super(Incident.FAILED_JOB_HANDLER_TYPE);
        }

        @Override
        protected void removeIncident(IncidentContext context, boolean resolved) {
            if (!Batch.once(new Unfailed(context.getConfiguration()), () -> false)) {
                super.removeIncident(context, resolved);
            }
        }
    }

    /** Inside the command that carries the jobs out, and a batch. Jobs without a process are left to the engine. */
    void read(List<String> jobIds) {
        Map<String, List<JobEntity>> jobs =
                byInstance(BundleReading.<JobEntity>select("jobsBesideMany", jobIds), JobEntity::getProcessInstanceId);
        List<String> ids = List.copyOf(jobs.keySet());
        if (ids.isEmpty()) {
            return;
        }
        Map<String, List<ExecutionEntity>> executions = byInstance(
                BundleReading.<ExecutionEntity>select("executionsOfMany", ids), ExecutionEntity::getProcessInstanceId);
        Map<String, List<VariableInstanceEntity>> variables = byInstance(
                BundleReading.<VariableInstanceEntity>select("variablesOfMany", ids),
                VariableInstanceEntity::getProcessInstanceId);
        Map<String, List<TaskEntity>> tasks =
                byInstance(BundleReading.<TaskEntity>select("tasksOfMany", ids), TaskEntity::getProcessInstanceId);
        Map<String, List<EventSubscriptionEntity>> subscriptions = byInstance(
                BundleReading.<EventSubscriptionEntity>select("subscriptionsOfMany", executionIds(executions)),
                EventSubscriptionEntity::getProcessInstanceId);
        executions.forEach((id, tree) -> {
            tree.forEach(BundleReading::startWithNothing);
            root(id, tree)
                    .restoreProcessInstance(
                            tree, of(subscriptions, id), of(variables, id), of(tasks, id), of(jobs, id), null, null);
        });
        jobs.values().forEach(BundleReading::noteUnfailed);
        foresee(executions, variables);
    }

    @SuppressWarnings("unchecked") // the query names its result
    private static <T extends DbEntity> List<T> select(String query, List<String> ids) {
        return Context.getCommandContext().getDbEntityManager().selectList(query, ids);
    }

    private static <T> Map<String, List<T>> byInstance(List<T> many, Function<T, String> instance) {
        return many.stream().collect(Collectors.groupingBy(instance));
    }

    private static <T> Collection<T> of(Map<String, List<T>> byInstance, String id) {
        return byInstance.getOrDefault(id, List.of());
    }

    private static List<String> executionIds(Map<String, List<ExecutionEntity>> executions) {
        return executions.values().stream()
                .flatMap(List::stream)
                .map(ExecutionEntity::getId)
                .toList();
    }

    /** What is about to be added is all there is: lists that the engine would fill by a query begin empty. */
    private static void startWithNothing(ExecutionEntity execution) {
        int there = execution.getCachedEntityStateRaw();
        int nothing = there;
        for (int list : List.of(
                ExecutionEntity.EVENT_SUBSCRIPTIONS_STATE_BIT,
                ExecutionEntity.TASKS_STATE_BIT,
                ExecutionEntity.JOBS_STATE_BIT)) {
            nothing = BitMaskUtil.setBit(nothing, list, false);
        }
        execution.setCachedEntityState(nothing);
        execution.setCachedEntityState(there);
    }

    private static ExecutionEntity root(String id, List<ExecutionEntity> tree) {
        return tree.stream()
                .filter(execution -> execution.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The engine makes an incident with the last retry, and takes it back with new ones. */
    private static void noteUnfailed(List<JobEntity> jobs) {
        jobs.stream().filter(job -> job.getRetries() > 0).forEach(job -> Batch.know(new Unfailed(job.getId()), true));
    }

    private void foresee(
            Map<String, List<ExecutionEntity>> executions, Map<String, List<VariableInstanceEntity>> variables) {
        for (Foresight foresight : foresights) {
            List<Map<String, Object>> about = executions.entrySet().stream()
                    .filter(some ->
                            some.getValue().get(0).getProcessDefinitionId().startsWith(foresight.process() + ":"))
                    .map(some -> values(of(variables, some.getKey())))
                    .toList();
            if (!about.isEmpty()) {
                foresight.look(about);
            }
        }
    }

    private static Map<String, Object> values(Collection<VariableInstanceEntity> variables) {
        Map<String, Object> values = new HashMap<>();
        variables.forEach(variable -> values.put(variable.getName(), variable.getValue()));
        return values;
    }
}
