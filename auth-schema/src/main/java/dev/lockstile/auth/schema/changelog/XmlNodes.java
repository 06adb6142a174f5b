package dev.lockstile.auth.schema.changelog;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML changelogs, without fetching a schema or an entity from anywhere. */
final class XmlNodes {

    private XmlNodes() {}

    static Node read(InputStream in) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return node(builder.parse(new InputSource(in)).getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Node node(Element element) {
        List<Node> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (org.w3c.dom.Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element child) {
                children.add(node(child));
            } else if (at.getNodeType() == org.w3c.dom.Node.TEXT_NODE
                    || at.getNodeType() == org.w3c.dom.Node.CDATA_SECTION_NODE) {
                text.append(at.getNodeValue());
            }
        }
        return new Node(element.getLocalName(), attributes(element), children, text.toString());
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            Attr attribute = (Attr) all.item(i);
            if (!attribute.getName().startsWith("xmlns") && attribute.getPrefix() == null) {
                attributes.put(attribute.getName(), attribute.getValue());
            }
        }
        return attributes;
    }
}
