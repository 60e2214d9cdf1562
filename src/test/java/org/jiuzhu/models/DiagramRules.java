package org.jiuzhu.models;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

final class DiagramRules {

    private DiagramRules() {}

    static Stream<String> everythingIsDrawn(Models models) {
        return models.processes().stream().flatMap(file -> {
            Set<BaseElement> drawn = Stream.concat(
                            file.model().getModelElementsByType(BpmnShape.class).stream()
                                    .map(BpmnShape::getBpmnElement),
                            file.model().getModelElementsByType(BpmnEdge.class).stream()
                                    .map(BpmnEdge::getBpmnElement))
                    .collect(Collectors.toSet());
            return Stream.<BaseElement>concat(file.nodes().stream(), file.flows().stream())
                    .filter(element -> !drawn.contains(element))
                    .map(element -> file.path() + ": " + element.getId() + " is not in the diagram");
        });
    }
}
