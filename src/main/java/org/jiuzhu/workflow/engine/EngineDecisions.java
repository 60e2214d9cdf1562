package org.jiuzhu.workflow.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.workflow.Decisions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineDecisions implements Decisions {

    private final DecisionService decisions;
    private final RepositoryService repository;

    EngineDecisions(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public List<Map<String, @Nullable Object>> evaluate(String decisionId, Map<String, ?> inputs) {
        Map<String, Object> variables = new HashMap<>(inputs);
        return decisions.evaluateDecisionTableByKey(decisionId, variables).getResultList().stream()
                .<Map<String, @Nullable Object>>map(LinkedHashMap::new)
                .toList();
    }

    @Override
    public String version(String decisionId) {
        return Batch.once(new Version(decisionId), () -> latest(decisionId));
    }

    private record Version(String decisionId) {}

    private String latest(String decisionId) {
        DecisionDefinition latest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decisionId)
                .latestVersion()
                .singleResult();
        if (latest == null) {
            throw new IllegalArgumentException("No decision " + decisionId + " is deployed");
        }
        return latest.getId();
    }
}
