package org.jiuzhu.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Refuses a model with a script, a connector or a class name at deployment: code comes from the product alone. */
class ModelGuard extends AbstractBpmnParseListener {

    private static final List<String> FORBIDDEN_ELEMENTS =
            List.of("script", "scriptTask", "connector", "javaScript", "in:script");
    private static final List<String> FORBIDDEN_ATTRIBUTES = List.of("class", "delegateExpression", "type");

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        check(process);
    }

    private void check(Element element) {
        if (FORBIDDEN_ELEMENTS.contains(element.getTagName())) {
            throw refused(element, "<" + element.getTagName() + ">");
        }
        for (String attribute : FORBIDDEN_ATTRIBUTES) {
            if (element.attributeNS(
                            new org.camunda.bpm.engine.impl.util.xml.Namespace("http://camunda.org/schema/1.0/bpmn"),
                            attribute)
                    != null) {
                throw refused(element, "camunda:" + attribute);
            }
        }
        element.elements().forEach(this::check);
    }

    private static BpmnParseException refused(Element element, String what) {
        return new BpmnParseException(
                "Models may only call named beans by expression; found " + what + " at " + element.attribute("id"),
                element);
    }
}
