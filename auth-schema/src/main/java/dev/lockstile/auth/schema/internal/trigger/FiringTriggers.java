package dev.lockstile.auth.schema.internal.trigger;

import dev.lockstile.auth.schema.change.FillInBatches;
import dev.lockstile.auth.schema.database.Identifiers;
import dev.lockstile.auth.schema.database.UpdateTrigger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.ColumnConfig;
import liquibase.change.DbmsTargetedChange;
import liquibase.change.core.UpdateDataChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseList;
import liquibase.exception.LiquibaseException;

/** The triggers that fire when the change sets that wait are run, since these update rows of a table that has one. */
public final class FiringTriggers {

    private static final Pattern UPDATE =
            Pattern.compile("(?i)^\\s*update\\s+(\"[^\"]+\"|[\\w$]+)\\s+set\\s+(\"[^\"]+\"|[\\w$]+)");

    /** The columns that are written, by the tables. */
    private final Map<String, Set<String>> written = new TreeMap<>();

    private FiringTriggers() {}

    /** A sentence for each, with what avoids it. */
    public static List<String> of(Connection connection, Liquibase liquibase) throws LiquibaseException, SQLException {
        FiringTriggers firing = new FiringTriggers();
        List<ChangeSet> waiting = liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression());
        within(
                liquibase,
                () -> waiting.stream()
                        .flatMap(changeSet -> changeSet.getChanges().stream())
                        .filter(change -> runs(change, liquibase))
                        .forEach(firing::read));
        List<String> notes = new ArrayList<>();
        if (!firing.written.isEmpty()) {
            for (UpdateTrigger trigger : UpdateTrigger.read(connection)) {
                Set<String> columns = firing.written.get(trigger.table());
                if (columns != null) {
                    notes.add(trigger.note(List.copyOf(columns)));
                }
            }
        }
        return notes;
    }

    /** A change that names a file of SQL looks for it where the changelog was found. */
    private static void within(Liquibase liquibase, Scope.ScopedRunner<?> work) throws LiquibaseException {
        try {
            Scope.child(Scope.Attr.resourceAccessor, liquibase.getResourceAccessor(), work);
        } catch (LiquibaseException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new LiquibaseException(e);
        }
    }

    private static boolean runs(Change change, Liquibase liquibase) {
        return !(change instanceof DbmsTargetedChange aimed)
                || DatabaseList.definitionMatches(aimed.getDbms(), liquibase.getDatabase(), true);
    }

    private void read(Change change) {
        if (change instanceof CustomChangeWrapper own && own.getClassName().equals(FillInBatches.class.getName())) {
            add(own.getParamValue("table"), own.getParamValue("column"));
        } else if (change instanceof UpdateDataChange update) {
            update.getColumns().stream().map(ColumnConfig::getName).forEach(name -> add(update.getTableName(), name));
        } else if (change instanceof AbstractSQLChange sql) {
            Matcher found = UPDATE.matcher(String.valueOf(sql.getSql()));
            if (found.find()) {
                add(found.group(1), found.group(2));
            }
        }
    }

    private void add(String table, String column) {
        written.computeIfAbsent(plain(table), name -> new TreeSet<>()).add(plain(column));
    }

    private static String plain(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1) : Identifiers.folded(name);
    }
}
