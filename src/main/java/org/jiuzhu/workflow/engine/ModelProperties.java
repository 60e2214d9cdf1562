package org.jiuzhu.workflow.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/** The {@code camunda:property} pairs of a model element. */
final class ModelProperties {

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");

    private ModelProperties() {}

    static Map<String, String> of(Element element) {
        Map<String, String> found = new LinkedHashMap<>();
        Element extensions = element.element("extensionElements");
        if (extensions != null) {
            for (Element properties : extensions.elementsNS(CAMUNDA, "properties")) {
                for (Element property : properties.elementsNS(CAMUNDA, "property")) {
                    found.put(property.attribute("name"), property.attribute("value"));
                }
            }
        }
        return found;
    }
}
