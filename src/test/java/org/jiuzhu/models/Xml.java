package org.jiuzhu.models;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A model as plain elements: the typed model API shows only what it knows, and a rule must see everything. */
final class Xml {

    private Xml() {}

    static Element parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException failed) {
            throw new IllegalArgumentException(failed);
        }
    }

    /** The element and everything inside it. */
    static Stream<Element> all(Element element) {
        return Stream.concat(Stream.of(element), children(element).flatMap(Xml::all));
    }

    static Stream<Element> children(Element element) {
        return IntStream.range(0, element.getChildNodes().getLength())
                .mapToObj(element.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** By local name, whatever the namespace. */
    static Map<String, String> attributes(Element element) {
        Map<String, String> values = new TreeMap<>();
        IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(element.getAttributes()::item)
                .map(Attr.class::cast)
                .filter(attribute -> !"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI()))
                .forEach(attribute -> values.put(attribute.getLocalName(), attribute.getValue()));
        return values;
    }

    /** The text of an element that has no elements inside; else nothing. */
    static String text(Element element) {
        return children(element).findAny().isPresent() ? "" : element.getTextContent();
    }

    /** The id of the element, or of the nearest one around it that has an id. */
    static String idOf(Node node) {
        if (!(node instanceof Element element)) {
            return "?";
        }
        return element.hasAttribute("id") ? element.getAttribute("id") : idOf(element.getParentNode());
    }
}
