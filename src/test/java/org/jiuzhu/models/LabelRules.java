package org.jiuzhu.models;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

final class LabelRules {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** A form's texts and where their English stands. */
    private static final Map<String, String> TEXTS = Map.of(
            "label", "labelEn",
            "description", "descriptionEn",
            "text", "textEn");

    private LabelRules() {}

    static Stream<String> modelsSpeakBothLanguages(Models models) {
        return models.processes().stream().flatMap(file -> Stream.of(
                        named(file.process(), file.process().getName(), true),
                        file.nodes().stream().flatMap(node -> named(node, node.getName(), !isMerge(file, node))),
                        file.flows().stream().flatMap(flow -> named(flow, flow.getName(), isAnswer(file, flow))))
                .flatMap(found -> found)
                .map(found -> file.path() + ": " + found));
    }

    /** Many flows in, one out: nothing is asked there. */
    private static boolean isMerge(ProcessFile file, FlowNode node) {
        return node instanceof Gateway && leaving(file, node) == 1;
    }

    private static boolean isAnswer(ProcessFile file, SequenceFlow flow) {
        return flow.getSource() instanceof Gateway && leaving(file, flow.getSource()) > 1;
    }

    private static long leaving(ProcessFile file, FlowNode node) {
        return file.flows().stream()
                .filter(flow -> flow.getSource().equals(node))
                .count();
    }

    private static Stream<String> named(BaseElement element, String chinese, boolean mustBeNamed) {
        String id = element.getId();
        if (chinese == null || chinese.isBlank()) {
            return mustBeNamed ? Stream.of(id + " has no name") : Stream.empty();
        }
        if (!CHINESE.matcher(chinese).find()) {
            return Stream.of(id + " has no Chinese name");
        }
        return ProcessFile.property(element, "nameEn").isPresent()
                ? Stream.empty()
                : Stream.of(id + " has no English name");
    }

    static Stream<String> formsSpeakBothLanguages(Models models) {
        return models.forms().stream().flatMap(file -> file.components()
                .flatMap(component -> Stream.concat(texts(component), options(component)))
                .map(found -> file.path() + ": " + found));
    }

    private static Stream<String> texts(FormFile.Component component) {
        return TEXTS.entrySet().stream()
                .filter(text -> !component.text(text.getKey()).isBlank())
                .filter(text -> component.english(text.getValue()).isBlank())
                .map(text -> component.text("id") + " has no " + text.getValue());
    }

    private static Stream<String> options(FormFile.Component component) {
        return StreamSupport.stream(component.json().path("values").spliterator(), false)
                .filter(option -> option.path("labelEn").asText("").isBlank())
                .map(option ->
                        component.text("id") + " option " + option.path("value").asText() + " has no labelEn");
    }

    static Stream<String> keysAreUnique(Models models) {
        return models.forms().stream().flatMap(file -> {
            Set<String> seen = new HashSet<>();
            return file.components()
                    .filter(component -> !component.text("key").isEmpty())
                    .filter(component -> !seen.add(component.list() + "/" + component.text("key")))
                    .map(component -> file.path() + ": asks for " + component.text("key") + " twice");
        });
    }
}
