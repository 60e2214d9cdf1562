package org.jiuzhu.workflow.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.NamedElement;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jiuzhu.workflow.DecisionTables;
import org.jiuzhu.workflow.WrittenTable;
import org.jiuzhu.workflow.WrittenTable.Column;
import org.jiuzhu.workflow.WrittenTable.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A version of a decision never changes, so it is read once. */
@Component
class EngineDecisionTables implements DecisionTables {

    private static final String ANY = "-";

    private final RepositoryService repository;
    private final Map<String, WrittenTable> read = new ConcurrentHashMap<>();

    EngineDecisionTables(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public List<WrittenTable> latest() {
        return repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                .sorted(Comparator.comparing(DecisionDefinition::getKey))
                .map(definition -> read.computeIfAbsent(definition.getId(), id -> read(definition)))
                .filter(table -> !table.outputs().isEmpty())
                .toList();
    }

    private WrittenTable read(DecisionDefinition definition) {
        Decision decision = repository.getDmnModelInstance(definition.getId()).getModelElementById(definition.getKey());
        Label name = label(named(decision), decision);
        Collection<DecisionTable> tables = decision.getChildElementsByType(DecisionTable.class);
        if (tables.isEmpty()) {
            return new WrittenTable(
                    definition.getKey(), definition.getVersion(), name, List.of(), List.of(), List.of());
        }
        DecisionTable table = tables.iterator().next();
        List<Column> inputs = table.getInputs().stream()
                .map(input -> new Column(text(input.getInputExpression().getText()), label(input.getLabel(), input)))
                .toList();
        List<Column> outputs = table.getOutputs().stream()
                .map(output -> new Column(output.getName(), label(labelOf(output), output)))
                .toList();
        return new WrittenTable(
                definition.getKey(),
                definition.getVersion(),
                name,
                inputs,
                outputs,
                table.getRules().stream()
                        .map(rule -> row(rule, inputs, outputs))
                        .toList());
    }

    private static WrittenTable.Row row(Rule rule, List<Column> inputs, List<Column> outputs) {
        return new WrittenTable.Row(
                rule.getId(),
                cells(List.copyOf(rule.getInputEntries()), inputs),
                cells(List.copyOf(rule.getOutputEntries()), outputs),
                rule.getDescription() == null
                        ? ""
                        : rule.getDescription().getTextContent().strip());
    }

    private static Map<String, String> cells(List<? extends DmnElement> entries, List<Column> columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String text = entries.get(i).getDomElement().getTextContent().strip();
            cells.put(columns.get(i).name(), text.isEmpty() ? ANY : text);
        }
        return cells;
    }

    private static Label label(@Nullable String chinese, DmnElement element) {
        return new Label(chinese == null ? "" : chinese, english(element));
    }

    private static String english(DmnElement element) {
        if (element.getExtensionElements() == null) {
            return "";
        }
        for (DomElement properties :
                element.getExtensionElements().getDomElement().getChildElements()) {
            for (DomElement property : properties.getChildElements()) {
                if ("nameEn".equals(property.getAttribute("name"))) {
                    return property.getAttribute("value");
                }
            }
        }
        return "";
    }

    private static String named(NamedElement element) {
        return element.getName();
    }

    private static @Nullable String labelOf(Output output) {
        return output.getLabel() == null ? output.getName() : output.getLabel();
    }

    private static String text(Text text) {
        return text.getTextContent().strip();
    }
}
