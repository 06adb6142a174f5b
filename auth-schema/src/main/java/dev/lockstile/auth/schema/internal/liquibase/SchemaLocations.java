package dev.lockstile.auth.schema.internal.liquibase;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.Source;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import liquibase.parser.core.xml.LiquibaseEntityResolver;
import liquibase.parser.core.xml.XSDLookUpException;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The XML schemas that a changelog names at its root, as they come with Liquibase. */
final class SchemaLocations {

    private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

    private SchemaLocations() {}

    /** What stands in {@code xsi:schemaLocation}; empty where there is none, or no root, of which the parser tells. */
    static String of(String path, ResourceAccessor files) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            Resource file = files.get(path);
            if (!file.exists()) {
                return "";
            }
            try (InputStream in = file.openInputStream()) {
                XMLStreamReader xml = factory.createXMLStreamReader(in);
                while (!xml.isStartElement()) {
                    xml.next();
                }
                String locations = xml.getAttributeValue(XSI, "schemaLocation");
                return locations == null
                        ? ""
                        : String.join(" ", locations.trim().split("\\s+"));
            }
        } catch (IOException | XMLStreamException | NoSuchElementException e) {
            return "";
        }
    }

    /**
     * The schemas of these locations in one; empty where one of them does not come with it, of which the parser tells.
     */
    static Optional<Schema> read(String locations) {
        String[] pairs = locations.isEmpty() ? new String[0] : locations.split(" ");
        List<Source> sources = new ArrayList<>();
        LiquibaseEntityResolver resolver = new LiquibaseEntityResolver();
        try {
            for (int i = 1; i < pairs.length; i += 2) {
                InputSource found = resolver.resolveEntity(null, null, null, pairs[i]);
                if (found == null) {
                    return Optional.empty();
                }
                sources.add(new SAXSource(found));
            }
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return sources.isEmpty()
                    ? Optional.empty()
                    : Optional.of(factory.newSchema(sources.toArray(Source[]::new)));
        } catch (SAXException | IOException | XSDLookUpException e) {
            return Optional.empty();
        }
    }
}
