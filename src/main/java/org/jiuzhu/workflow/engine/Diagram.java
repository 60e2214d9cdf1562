package org.jiuzhu.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A model in both languages: Chinese in {@code name}, English in the extension property {@code nameEn}.
 *
 * @param english the model with English in {@code name}, where an element has it
 * @param names by element id
 * @param calls the process that a step calls, by the step's id
 */
record Diagram(String chinese, String english, Map<String, Names> names, Map<String, String> calls) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    record Names(String chinese, String english) {}

    static Diagram read(InputStream model) {
        try (model) {
            byte[] xml = model.readAllBytes();
            Document document = parse(xml);
            Map<String, Names> names = new HashMap<>();
            Map<String, String> calls = new HashMap<>();
            var elements = document.getElementsByTagNameNS(BPMN, "*");
            for (int n = 0; n < elements.getLength(); n++) {
                Element element = (Element) elements.item(n);
                speakEnglish(element, names);
                if (element.hasAttribute("calledElement")) {
                    calls.put(element.getAttribute("id"), element.getAttribute("calledElement"));
                }
            }
            return new Diagram(
                    new String(xml, StandardCharsets.UTF_8), write(document), Map.copyOf(names), Map.copyOf(calls));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SAXException | ParserConfigurationException | TransformerException broken) {
            throw new IllegalStateException("A deployed model cannot be read", broken);
        }
    }

    private static void speakEnglish(Element element, Map<String, Names> names) {
        String chinese = element.getAttribute("name");
        Optional<String> english = nameEn(element);
        english.ifPresent(name -> element.setAttribute("name", name));
        if (!chinese.isEmpty() && element.hasAttribute("id")) {
            names.put(element.getAttribute("id"), new Names(chinese, english.orElse(chinese)));
        }
    }

    private static Optional<String> nameEn(Element element) {
        return child(element, BPMN, "extensionElements")
                .flatMap(extensions -> child(extensions, CAMUNDA, "properties"))
                .flatMap(properties -> {
                    for (Node at = properties.getFirstChild(); at != null; at = at.getNextSibling()) {
                        if (at instanceof Element property
                                && property.getAttribute("name").equals("nameEn")) {
                            return Optional.of(property.getAttribute("value"));
                        }
                    }
                    return Optional.empty();
                });
    }

    private static Optional<Element> child(Element parent, String namespace, String name) {
        for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element element
                    && name.equals(element.getLocalName())
                    && namespace.equals(element.getNamespaceURI())) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private static Document parse(byte[] xml) throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new java.io.ByteArrayInputStream(xml));
    }

    private static String write(Document document) throws TransformerException {
        StringWriter text = new StringWriter();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(text));
        return text.toString();
    }
}
