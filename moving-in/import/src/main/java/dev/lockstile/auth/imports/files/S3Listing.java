package dev.lockstile.auth.imports.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A page of the response to {@code ListObjectsV2}.
 *
 * @param keys of the objects
 * @param next the token of the next page; empty for the last one
 */
record S3Listing(List<String> keys, Optional<String> next) {

    /** Reads the response. Document types and external entities are not allowed in it. */
    static S3Listing read(InputStream xml) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<String> keys = new ArrayList<>();
        @Nullable String next = null;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    switch (reader.getLocalName()) {
                        case "Key" -> keys.add(reader.getElementText());
                        case "NextContinuationToken" -> next = reader.getElementText();
                        default -> {}
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("the list of files is not what S3 answers", e);
        }
        return new S3Listing(List.copyOf(keys), Optional.ofNullable(next).filter(token -> !token.isEmpty()));
    }
}
