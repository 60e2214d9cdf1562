package org.jiuzhu.models;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.w3c.dom.Element;

/** What a model may not do, and what the engine must be told. */
final class SafetyRules {

    private static final Set<String> CODE_ELEMENTS = Set.of("script", "scriptTask", "connector", "constraint");
    private static final Set<String> CODE_ATTRIBUTES = Set.of(
            "class",
            "delegateExpression",
            "topic",
            "formHandlerClass",
            "variableMappingClass",
            "variableMappingDelegateExpression",
            "resource",
            "language");
    private static final Set<String> EXPRESSION_LANGUAGES =
            Set.of("", "feel", "http://www.w3.org/1999/XPath", "https://www.omg.org/spec/DMN/20191111/FEEL/");

    private SafetyRules() {}

    static Stream<String> noCode(Models models) {
        return Stream.concat(
                models.processes().stream().flatMap(file -> Xml.all(file.xml())
                        .flatMap(SafetyRules::codeIn)
                        .map(found -> file.path() + ": " + found)),
                models.decisions().stream().flatMap(file -> Xml.all(file.xml())
                        .flatMap(SafetyRules::foreignLanguage)
                        .map(found -> file.path() + ": " + found)));
    }

    private static Stream<String> codeIn(Element element) {
        String at = " at " + Xml.idOf(element);
        Stream<String> elements = CODE_ELEMENTS.contains(element.getLocalName())
                ? Stream.of("<" + element.getLocalName() + ">" + at)
                : Stream.empty();
        Stream<String> attributes = Xml.attributes(element).keySet().stream()
                .filter(CODE_ATTRIBUTES::contains)
                .map(name -> name + at);
        return Stream.of(elements, attributes, foreignLanguage(element)).flatMap(found -> found);
    }

    private static Stream<String> foreignLanguage(Element element) {
        String language = element.getAttribute("expressionLanguage");
        return EXPRESSION_LANGUAGES.contains(language)
                ? Stream.empty()
                : Stream.of("expression language " + language + " at " + Xml.idOf(element));
    }

    static Stream<String> historyHasAnEnd(Models models) {
        return Stream.concat(
                        models.processes().stream()
                                .filter(file -> file.process().getCamundaHistoryTimeToLiveString() == null),
                        models.decisions().stream()
                                .filter(file -> file.decision().getCamundaHistoryTimeToLiveString() == null))
                .map(file -> file.path() + ": no historyTimeToLive");
    }

    static Stream<String> requiredVariablesAreDeclared(Models models) {
        return models.processes().stream()
                .filter(file -> requires(file).isEmpty() && !isStartedByTheClock(file))
                .map(file -> file.path() + ": does not say what it requires");
    }

    /** A timer brings no variables. */
    private static boolean isStartedByTheClock(ProcessFile file) {
        return file.process().getChildElementsByType(StartEvent.class).stream()
                .flatMap(start -> start.getEventDefinitions().stream())
                .anyMatch(TimerEventDefinition.class::isInstance);
    }

    static Stream<String> callsPassWhatIsRequired(Models models) {
        return models.processes().stream()
                .flatMap(file -> file.model().getModelElementsByType(CallActivity.class).stream()
                        .flatMap(call -> missing(models, call).map(what -> file.path() + ": " + call.getId() + what)));
    }

    private static Stream<String> missing(Models models, CallActivity call) {
        List<CamundaIn> in = call.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaIn.class)
                .list();
        boolean keyed = in.stream().anyMatch(mapping -> mapping.getCamundaBusinessKey() != null);
        Set<String> passed = in.stream()
                .filter(mapping -> mapping.getCamundaTarget() != null)
                .map(CamundaIn::getCamundaTarget)
                .collect(Collectors.toSet());
        Stream<String> variables = models.process(call.getCalledElement()).stream()
                .flatMap(called -> requires(called).stream())
                .filter(name -> !passed.contains(name))
                .map(name -> " does not pass " + name);
        return Stream.concat(keyed ? Stream.empty() : Stream.of(" maps no business key"), variables);
    }

    private static List<String> requires(ProcessFile file) {
        return ProcessFile.property(file.process(), "requires").stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(String::strip)
                .toList();
    }
}
