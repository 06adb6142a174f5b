package dev.lockstile.auth.schema.internal.liquibase;

import java.util.Map;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.ChangeLogParseException;
import liquibase.parser.ChangeLogParser;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ResourceAccessor;

/**
 * Gives a changelog its own values before the parser of its format reads it. Used within our own calls alone, once for
 * each main file: what it includes is read with the same values.
 */
public final class OwnValuesParser implements ChangeLogParser {

    /** Stands in the scope within which the parsers of the formats read. */
    static final String INSIDE = "dev.lockstile.auth.schema.inside";

    /** For Liquibase. */
    public OwnValuesParser() {}

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE + 1;
    }

    @Override
    public boolean supports(String changeLogFile, ResourceAccessor resourceAccessor) {
        Scope scope = Scope.getCurrentScope();
        return scope.has(ChangelogXmlParser.SCOPE) && !scope.has(INSIDE);
    }

    @Override
    public DatabaseChangeLog parse(String path, ChangeLogParameters values, ResourceAccessor files)
            throws ChangeLogParseException {
        Map<String, String> given = Scope.getCurrentScope().get(OwnValues.GIVEN, Map.of());
        try {
            return Scope.child(
                    Map.of(INSIDE, true),
                    () -> ChangeLogParserFactory.getInstance()
                            .getParser(path, files)
                            .parse(path, new OwnValues(values, given), files));
        } catch (ChangeLogParseException e) {
            throw e;
        } catch (Exception e) {
            throw new ChangeLogParseException(e);
        }
    }
}
