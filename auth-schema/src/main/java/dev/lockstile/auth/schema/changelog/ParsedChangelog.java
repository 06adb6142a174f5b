package dev.lockstile.auth.schema.changelog;

import dev.lockstile.auth.schema.internal.liquibase.LiquibaseLogging;
import java.util.Map;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ResourceAccessor;

/** A changelog as Liquibase parses it, with the host's files, classes and parameters. */
public record ParsedChangelog(
        String path, ResourceAccessor files, Map<String, String> parameters, ClassLoader classes) {

    /** The same with other parameters. */
    public ParsedChangelog withParameters(Map<String, String> others) {
        return new ParsedChangelog(path, files, others, classes);
    }

    /** What the call gives, within the scope that a use of the changelog needs. */
    public <T> T with(Database database, Use<T> use) throws Exception {
        Map<String, Object> scope = Map.of(
                Scope.Attr.database.name(), database,
                Scope.Attr.resourceAccessor.name(), files,
                Scope.Attr.classLoader.name(), classes);
        return LiquibaseLogging.call(parameters, () -> Scope.child(scope, () -> use.of(parse(database))));
    }

    private DatabaseChangeLog parse(Database database) throws Exception {
        ChangeLogParameters values = new ChangeLogParameters(database);
        parameters.forEach(values::set);
        return ChangeLogParserFactory.getInstance().getParser(path, files).parse(path, values, files);
    }

    /** Something to do with a changelog. */
    @FunctionalInterface
    public interface Use<T> {
        T of(DatabaseChangeLog changelog) throws Exception;
    }
}
