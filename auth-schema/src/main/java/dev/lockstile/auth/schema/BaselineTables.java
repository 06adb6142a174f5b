package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.changelog.Baseline;
import dev.lockstile.auth.schema.changelog.BaselineWords;
import dev.lockstile.auth.schema.database.DatabaseIdentity;
import dev.lockstile.auth.schema.database.Identifiers;
import dev.lockstile.auth.schema.report.SchemaException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.change.Change;
import liquibase.change.ChangeWithColumns;
import liquibase.change.core.AddColumnChange;
import liquibase.change.core.CreateTableChange;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * The tables of another application that the changelog holds as they were found. On an empty database they are created;
 * where they were found and are there no more, a twin without rows would hide that.
 */
final class BaselineTables {

    private BaselineTables() {}

    static Baseline of(Liquibase liquibase) throws LiquibaseException {
        Set<String> found = new TreeSet<>();
        Set<String> added = new TreeSet<>();
        Set<String> beside = new TreeSet<>();
        boolean tells = false;
        for (ChangeSet changeSet : liquibase.getDatabaseChangeLog().getChangeSets()) {
            String words = String.valueOf(changeSet.getComments());
            BaselineWords.table(words).ifPresent(table -> {
                spellings(table).forEach(found::add);
                spellings(table).forEach(beside::add);
                BaselineWords.names(words, BaselineWords.COLUMNS)
                        .forEach(column -> names(table, column).forEach(found::add));
            });
            BaselineWords.column(words)
                    .map(column -> column.split("\\.", 2))
                    .ifPresent(column -> names(column[0], column[1]).forEach(found::add));
            tells |= isFound(changeSet) && words.contains(BaselineWords.BESIDE);
            beside.addAll(BaselineWords.names(words, BaselineWords.BESIDE));
            for (Change change : changeSet.getChanges()) {
                if (change instanceof CreateTableChange made) {
                    beside.add(Identifiers.folded(made.getTableName()));
                }
                (isFound(changeSet) ? found : added).addAll(columns(change));
            }
        }
        added.removeIf(column -> !found.contains(column.substring(0, column.indexOf('.'))));
        added.addAll(found);
        return new Baseline(found, added, beside, tells);
    }

    private static List<String> columns(Change change) {
        if (!(change instanceof ChangeWithColumns<?> wide)) {
            return List.of();
        }
        String table = change instanceof CreateTableChange made
                ? made.getTableName()
                : change instanceof AddColumnChange more ? more.getTableName() : null;
        return table == null
                ? List.of()
                : wide.getColumns().stream()
                        .flatMap(column -> names(table, column.getName()))
                        .toList();
    }

    private static Stream<String> names(String table, String column) {
        return spellings(table).flatMap(t -> spellings(column).map(c -> t + "." + c));
    }

    /** H2 gives names in capitals for plain ones; PostgreSQL has them to the letter. */
    private static Stream<String> spellings(String name) {
        return Stream.of(name, Identifiers.folded(name)).distinct();
    }

    /** Stops a migration that would make a twin. */
    static void require(Connection connection, Liquibase liquibase) throws LiquibaseException, SQLException {
        Map<String, ChangeSet> waiting = new LinkedHashMap<>();
        for (ChangeSet changeSet : liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression())) {
            BaselineWords.table(String.valueOf(changeSet.getComments()))
                    .ifPresent(table -> waiting.put(table, changeSet));
        }
        if (waiting.isEmpty()) {
            return;
        }
        Map<String, String> there = tables(connection);
        int before = waiting.size();
        waiting.keySet().removeIf(table -> there.containsValue(table) || there.containsKey(table));
        for (Map.Entry<String, ChangeSet> missing : waiting.entrySet()) {
            String trouble = trouble(missing.getKey(), there, waiting.size() < before);
            String words = missing.getValue().getComments();
            if (trouble == null && words.contains(BaselineWords.PLACE + DatabaseIdentity.of(connection))) {
                trouble = "this is the database where it was found. If it is to begin anew, take \""
                        + BaselineWords.PLACE + "...\" out of the comments of that file";
            }
            if (trouble != null) {
                throw gone(missing.getKey(), missing.getValue(), trouble);
            }
        }
    }

    private static SchemaException gone(String table, ChangeSet changeSet, String trouble) {
        return new SchemaException(
                SchemaException.Failure.TABLE_MISSING,
                "the table " + table + " was there at the takeover (" + changeSet
                        + ") and is not there now, and nothing" + " was run: " + trouble,
                null);
    }

    private static @Nullable String trouble(String table, Map<String, String> there, boolean othersAreThere) {
        Optional<String> twin = there.values().stream()
                .filter(other -> other.equalsIgnoreCase(table))
                .findFirst();
        if (twin.isPresent()) {
            return "there is " + twin.get() + ", which is spelled otherwise. Take over again from this database";
        }
        return othersAreThere ? "other tables of that takeover are there. Restore it" : null;
    }

    /** As they are spelled, by the names that H2 and PostgreSQL compare plain names by. */
    private static Map<String, String> tables(Connection connection) throws SQLException {
        Map<String, String> names = new TreeMap<>();
        boolean folds = connection.getMetaData().storesUpperCaseIdentifiers();
        try (ResultSet found =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                names.put(folds ? Identifiers.folded(name) : name, name);
            }
        }
        return names;
    }

    private static boolean isFound(ChangeSet changeSet) {
        return String.valueOf(changeSet.getComments()).contains(BaselineWords.FOUND);
    }
}
