package dev.lockstile.auth.schema.internal.liquibase;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.validation.Schema;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.exception.ChangeLogParseException;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.xml.XMLChangeLogSAXParser;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Validates changelogs as Liquibase does, but reads each version of Liquibase's XML schema once in a process. Liquibase
 * reads it anew for each file at each reading, which took a third of a migration's time. Used within our own calls
 * alone: a host's own Liquibase goes on as it did.
 */
public final class ChangelogXmlParser extends XMLChangeLogSAXParser {

    /** Stands in the scope of our own calls. */
    static final String SCOPE = "dev.lockstile.auth.schema";

    /** A host has one version or a few; what comes after these is read each time. */
    private static final int MOST_KEPT = 16;

    private final Map<String, Optional<Schema>> schemas = new ConcurrentHashMap<>();
    private final boolean validating = getSaxParserFactory().isValidating();

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE;
    }

    @Override
    public boolean supports(String changeLogFile, ResourceAccessor resourceAccessor) {
        return Scope.getCurrentScope().has(SCOPE) && super.supports(changeLogFile, resourceAccessor);
    }

    /** One at a time: the schema is a property of the one factory of parsers. */
    @Override
    protected synchronized ParsedNode parseToNode(String path, ChangeLogParameters values, ResourceAccessor files)
            throws ChangeLogParseException {
        Schema schema = validating ? schema(path, files) : null;
        getSaxParserFactory().setSchema(schema);
        getSaxParserFactory().setValidating(validating && schema == null);
        return super.parseToNode(path, values, files);
    }

    private @Nullable Schema schema(String path, ResourceAccessor files) {
        String locations = SchemaLocations.of(path, files);
        Optional<Schema> known = schemas.get(locations);
        if (known != null) {
            return known.orElse(null);
        }
        Optional<Schema> read = SchemaLocations.read(locations);
        if (schemas.size() < MOST_KEPT) {
            schemas.put(locations, read);
        }
        return read.orElse(null);
    }
}
