package org.jiuzhu.models;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.w3c.dom.Element;

record ProcessFile(String path, BpmnModelInstance model, Element xml) implements ModelFile {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");

    /** An expression and the id of the element that it stands in. */
    record Expression(String at, String text) {}

    Process process() {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    @Override
    public String id() {
        return process().getId();
    }

    Collection<UserTask> userTasks() {
        return model.getModelElementsByType(UserTask.class);
    }

    Collection<FlowNode> nodes() {
        return model.getModelElementsByType(FlowNode.class);
    }

    Collection<SequenceFlow> flows() {
        return model.getModelElementsByType(SequenceFlow.class);
    }

    static Optional<String> property(BaseElement element, String name) {
        return Optional.ofNullable(element.getExtensionElements()).stream()
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .flatMap(property -> Stream.ofNullable(property.getCamundaValue()))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** Every expression in an attribute or a text. */
    List<Expression> expressions() {
        return Xml.all(xml)
                .flatMap(element -> Stream.concat(
                                Xml.attributes(element).values().stream(), Stream.of(Xml.text(element)))
                        .flatMap(text -> EXPRESSION.matcher(text).results().map(MatchResult::group))
                        .map(expression -> new Expression(Xml.idOf(element), expression)))
                .toList();
    }
}
