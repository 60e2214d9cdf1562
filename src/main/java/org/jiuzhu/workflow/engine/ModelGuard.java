package org.jiuzhu.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses a model with a script, a connector or a class name, before the engine reads (and builds) any of it: code
 * comes from the product alone. Names count in every namespace, because the engine also knows its older one and its
 * listeners name classes in none.
 */
class ModelGuard implements BpmnParseFactory {

    private static final Set<String> FORBIDDEN_ELEMENTS = Set.of("script", "scriptTask", "connector", "constraint");
    private static final Set<String> FORBIDDEN_ATTRIBUTES = Set.of(
            "class",
            "delegateExpression",
            "topic",
            "language",
            "resource",
            "formHandlerClass",
            "variableMappingClass",
            "variableMappingDelegateExpression");

    @Override
    public BpmnParse createBpmnParse(BpmnParser parser) {
        return new BpmnParse(parser) {
            @Override
            protected void parseRootElement() {
                check(rootElement);
                super.parseRootElement();
            }
        };
    }

    private static void check(Element element) {
        if (FORBIDDEN_ELEMENTS.contains(element.getTagName())) {
            throw refused(element, "<" + element.getTagName() + ">");
        }
        for (String attribute : element.attributes()) {
            String name = attribute.substring(attribute.lastIndexOf(':') + 1);
            if (FORBIDDEN_ATTRIBUTES.contains(name) || isKindOfWork(attribute)) {
                throw refused(element, name);
            }
        }
        element.elements().forEach(ModelGuard::check);
    }

    /** The engine's own {@code type}: external, mail, shell. */
    private static boolean isKindOfWork(String attribute) {
        return attribute.endsWith(":type") && !attribute.startsWith("http://www.w3.org/");
    }

    private static BpmnParseException refused(Element element, String what) {
        return new BpmnParseException(
                "Models may only call named beans by expression; found " + what + " at " + element.attribute("id"),
                element);
    }
}
