package org.jiuzhu.models;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Element;

record DecisionFile(String path, DmnModelInstance model, Element xml) implements ModelFile {

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    Decision decision() {
        return model.getModelElementsByType(Decision.class).iterator().next();
    }

    @Override
    public String id() {
        return decision().getId();
    }

    /** The literals in the cells of the input that reads this fact. */
    Set<String> inputValues(String fact) {
        List<String> facts = table().getInputs().stream()
                .map(input -> input.getInputExpression().getTextContent().strip())
                .toList();
        return literals(facts.indexOf(fact), Rule::getInputEntries);
    }

    Set<String> outputValues(String name) {
        List<String> names = table().getOutputs().stream().map(Output::getName).toList();
        return literals(names.indexOf(name), Rule::getOutputEntries);
    }

    private <T extends ModelElementInstance> Set<String> literals(int column, Function<Rule, Collection<T>> cells) {
        Set<String> values = new TreeSet<>();
        for (Rule rule : table().getRules()) {
            String cell = List.copyOf(cells.apply(rule)).get(column).getTextContent();
            LITERAL.matcher(cell).results().forEach(found -> values.add(found.group(1)));
        }
        return values;
    }

    private DecisionTable table() {
        return model.getModelElementsByType(DecisionTable.class).iterator().next();
    }
}
