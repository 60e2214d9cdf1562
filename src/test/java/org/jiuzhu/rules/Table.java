package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One decision table as it is in its file; it remembers which rows a test has reached. */
final class Table {

    private static final Path ROOT = Path.of("processes");

    private final String id;
    private final DmnModelInstance model;
    private final DmnEngine engine;
    private final DmnDecision decision;
    private final List<String> lastRows = new ArrayList<>();
    private final Set<String> reached = new HashSet<>();

    private Table(String id, Path file) {
        this.id = id;
        this.model = Dmn.readModelFromFile(file.toFile());
        var configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(event -> event.getMatchingRules()
                .forEach(rule -> lastRows.add(rule.getId())));
        this.engine = configuration.buildEngine();
        this.decision = engine.parseDecision(id, model);
    }

    static Table of(String id) {
        return new Table(id, file(id));
    }

    static List<String> all() {
        try (var files = Files.walk(ROOT)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".dmn"))
                    .map(name -> name.replace(".dmn", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outputs of the rows that match; a fact that is not given is unknown. */
    List<Map<String, Object>> evaluate(Map<String, ?> facts) {
        lastRows.clear();
        var variables = new HashMap<String, Object>();
        inputs().forEach(input -> variables.put(input, facts.get(input)));
        assertThat(variables.keySet()).as("facts of %s", id).containsAll(facts.keySet());
        var result = engine.evaluateDecisionTable(decision, variables).getResultList();
        reached.addAll(lastRows);
        return result;
    }

    /** The ids of the rows that match. */
    List<String> rows(Map<String, ?> facts) {
        evaluate(facts);
        return List.copyOf(lastRows);
    }

    /** The one row that matches, as its outputs without the source. */
    Map<String, Object> only(Map<String, ?> facts) {
        var matching = evaluate(facts);
        assertThat(matching).as("%s of %s", facts, id).hasSize(1);
        return matching.get(0);
    }

    int rowCount() {
        return rules().size();
    }

    List<String> inputs() {
        return table().getInputs().stream()
                .map(Input::getInputExpression)
                .map(expression -> expression.getText().getTextContent())
                .toList();
    }

    List<String> outputs() {
        return table().getOutputs().stream().map(Output::getName).toList();
    }

    /** Rows that no test has reached. */
    Set<String> untested() {
        var ids = rules().stream().map(Rule::getId).collect(Collectors.toCollection(LinkedHashSet::new));
        ids.removeAll(reached);
        return ids;
    }

    String hitPolicy() {
        return table().getHitPolicy().name();
    }

    List<Rule> rules() {
        return List.copyOf(table().getRules());
    }

    String name() {
        return decision.getName();
    }

    DmnModelInstance model() {
        return model;
    }

    private DecisionTable table() {
        return model.getModelElementsByType(DecisionTable.class).iterator().next();
    }

    private static Path file(String id) {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.endsWith(id + ".dmn"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No file " + id + ".dmn under " + ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
