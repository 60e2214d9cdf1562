package org.jiuzhu.workflow.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jiuzhu.workflow.DecisionDraft;
import org.jiuzhu.workflow.DecisionDrafts;
import org.jiuzhu.workflow.deploy.ModelDeployer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Drafts are asked by a decision engine of their own, which keeps nothing; the same language, no history. */
@Component
class EngineDecisionDrafts implements DecisionDrafts {

    private final RepositoryService repository;
    private final DmnEngine asking =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    EngineDecisionDrafts(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    /** @param dmn the whole table */
    private record Draft(String decisionId, String version, String dmn, DmnEngine asking, DmnDecision decision)
            implements DecisionDraft {

        @Override
        public List<Map<String, @Nullable Object>> evaluate(Map<String, ? extends @Nullable Object> inputs) {
            Map<String, Object> variables = new HashMap<>();
            variables.putAll(inputs);
            return asking.evaluateDecisionTable(decision, variables).getResultList().stream()
                    .<Map<String, @Nullable Object>>map(LinkedHashMap::new)
                    .toList();
        }
    }

    @Override
    public DecisionDraft change(String decisionId, Map<String, Map<String, String>> cells, String remark) {
        DecisionDefinition latest = latest(decisionId);
        DmnModelInstance model = read(latest);
        cells.forEach((row, changed) -> change(decisionId, model, row, changed, remark));
        String dmn = Dmn.convertToString(model);
        byte[] bytes = dmn.getBytes(StandardCharsets.UTF_8);
        return new Draft(
                decisionId,
                "draft:" + latest.getId() + ":" + UUID.nameUUIDFromBytes(bytes),
                dmn,
                asking,
                asking.parseDecision(decisionId, new ByteArrayInputStream(bytes)));
    }

    private DmnModelInstance read(DecisionDefinition definition) {
        try (InputStream dmn = repository.getDecisionModel(definition.getId())) {
            return Dmn.readModelFromStream(dmn);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void change(
            String decisionId, DmnModelInstance model, String row, Map<String, String> cells, String remark) {
        if (!(model.getModelElementById(row) instanceof Rule rule)) {
            throw new IllegalArgumentException("The decision " + decisionId + " has no row " + row);
        }
        DecisionTable table = (DecisionTable) rule.getParentElement();
        List<String> inputs = table.getInputs().stream()
                .map(input ->
                        input.getInputExpression().getText().getTextContent().strip())
                .toList();
        List<String> outputs = table.getOutputs().stream().map(Output::getName).toList();
        cells.forEach((column, cell) -> {
            Text text = model.newInstance(Text.class);
            text.setTextContent(cell);
            if (outputs.contains(column)) {
                List.copyOf(rule.getOutputEntries())
                        .get(outputs.indexOf(column))
                        .setText(text);
            } else if (inputs.contains(column)) {
                List.copyOf(rule.getInputEntries()).get(inputs.indexOf(column)).setText(text);
            } else {
                throw new IllegalArgumentException("The decision " + decisionId + " has no column " + column);
            }
        });
        Description description = rule.getDescription();
        if (description == null) {
            description = model.newInstance(Description.class);
            rule.setDescription(description);
        }
        description.setTextContent((description.getTextContent().strip() + remark).strip());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int publish(DecisionDraft draft) {
        DecisionDefinition latest = latest(draft.decisionId());
        Deployment before = repository
                .createDeploymentQuery()
                .deploymentId(latest.getDeploymentId())
                .singleResult();
        return repository
                .createDeployment()
                .name(before.getName())
                .source(ModelDeployer.MODELER)
                .addString(latest.getResourceName(), ((Draft) draft).dmn())
                .deployWithResult()
                .getDeployedDecisionDefinitions()
                .get(0)
                .getVersion();
    }

    private DecisionDefinition latest(String decisionId) {
        DecisionDefinition latest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decisionId)
                .latestVersion()
                .singleResult();
        if (latest == null) {
            throw new IllegalArgumentException("No decision " + decisionId + " is deployed");
        }
        return latest;
    }
}
