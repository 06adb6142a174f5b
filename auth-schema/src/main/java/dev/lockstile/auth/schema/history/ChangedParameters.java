package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.changelog.ChangeSetKey;
import dev.lockstile.auth.schema.changelog.ParsedChangelog;
import dev.lockstile.auth.schema.internal.history.RanRow;
import dev.lockstile.auth.schema.report.Finding;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.change.core.CreateTableChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.jspecify.annotations.Nullable;

/**
 * Tells change sets of the library that ran under other table names, or with another type of keys, from edited ones.
 * Their text is the same; the host has renamed a table or changed a key since.
 */
final class ChangedParameters {

    private static final String OWN = "dev/lockstile/auth/schema/";
    private static final String TABLE = "auth.table.";
    private static final String KEY = "auth.type.key";
    private static final Pattern CREATED = Pattern.compile("createTable tableName=([^;,\\s]+)");

    /** The keys that the library's tables are made with: the type, and whether the database numbers them. */
    private static final Map<String, String> KEYS =
            new TreeMap<>(Map.of("bigint", "true", "uuid", "false", "varchar(64)", "false"));

    private final ParsedChangelog changelog;
    private final Connection connection;
    private final List<RanRow> rows;

    ChangedParameters(ParsedChangelog changelog, Connection connection, List<RanRow> rows) {
        this.changelog = changelog;
        this.connection = connection;
        this.rows = rows;
    }

    /** What to say in place of those edits: the names and keys that differ, and the edits that remain. */
    List<Finding> tell(List<Finding> edited) throws Exception {
        Map<String, Renamed> renamed = renamed();
        Map<String, String> parameters = new HashMap<>(changelog.parameters());
        renamed.forEach((parameter, names) -> parameters.put(parameter, names.made()));
        List<Finding> remaining = renamed.isEmpty() ? edited : edits(parameters);
        String madeWith = remaining.stream().anyMatch(ChangedParameters::isOwn) ? keysMadeWith(parameters) : null;
        if (madeWith != null) {
            remaining = edits(withKeys(parameters, madeWith));
        }
        List<Finding> told = new ArrayList<>();
        if (madeWith != null) {
            told.add(keys(madeWith));
        }
        List<Finding> ran = List.copyOf(remaining);
        List<String> explained = edited.stream()
                .filter(each -> ran.stream().noneMatch(other -> other.where().equals(each.where())))
                .map(Finding::where)
                .toList();
        for (Map.Entry<String, Renamed> each : renamed.entrySet()) {
            told.add(renamed(each.getKey(), each.getValue(), explained));
        }
        told.addAll(remaining);
        return told;
    }

    private List<Finding> edits(Map<String, String> parameters) throws Exception {
        return Checksums.edited(changelog.withParameters(parameters), connection, rows);
    }

    private static boolean isOwn(Finding edit) {
        return edit.where().startsWith(OWN);
    }

    /** The type of the keys under which no change set of ours is edited; null for none. */
    private @Nullable String keysMadeWith(Map<String, String> parameters) throws Exception {
        for (String type : KEYS.keySet()) {
            if (edits(withKeys(parameters, type)).stream().noneMatch(ChangedParameters::isOwn)) {
                return type;
            }
        }
        return null;
    }

    private static Map<String, String> withKeys(Map<String, String> parameters, String type) {
        Map<String, String> with = new HashMap<>(parameters);
        String numbered = KEYS.getOrDefault(type, "false");
        with.putAll(Map.of(KEY, type, "auth.key.identity", numbered, "auth.key.sequences", numbered));
        return with;
    }

    private Finding keys(String madeWith) {
        String wanted = changelog.parameters().getOrDefault(KEY, "bigint");
        return new Finding(
                "HG-15",
                KEY,
                "the tables were made with keys of type " + madeWith + ", and the entities have keys of type " + wanted,
                "give the entities keys of the type that the tables have; an empty database may be made anew");
    }

    private Finding renamed(String parameter, Renamed names, List<String> explained) throws Exception {
        String statements = new RenameStatements(connection, names.made(), names.wanted()).text(explained);
        return new Finding(
                "HG-14",
                parameter,
                "the table was made as " + names.made() + ", and the host names it " + names.wanted(),
                "name it as it was made: @Table(name = \"" + names.made() + "\") on the entity;\n"
                        + "or rename it once, while no application runs:\n" + statements);
    }

    /** The parameters of tables that ran under another name. */
    private Map<String, Renamed> renamed() throws Exception {
        Map<ChangeSetKey, String> descriptions = new HashMap<>();
        rows.forEach(row -> descriptions.put(row.key(), row.description()));
        var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        return changelog.with(database, log -> renamed(log, descriptions));
    }

    private Map<String, Renamed> renamed(DatabaseChangeLog log, Map<ChangeSetKey, String> descriptions) {
        Map<String, Renamed> renamed = new TreeMap<>();
        for (ChangeSet changeSet : log.getChangeSets()) {
            ChangeSetKey key = new ChangeSetKey(changeSet.getFilePath(), changeSet.getId(), changeSet.getAuthor());
            Matcher made = CREATED.matcher(descriptions.getOrDefault(key, ""));
            if (key.path().startsWith(OWN) && made.find()) {
                changeSet.getChanges().stream()
                        .filter(CreateTableChange.class::isInstance)
                        .map(change -> ((CreateTableChange) change).getTableName())
                        .findFirst()
                        .filter(wanted -> !wanted.equalsIgnoreCase(made.group(1)))
                        .ifPresent(wanted -> parameterOf(wanted)
                                .forEach(parameter -> renamed.put(parameter, new Renamed(made.group(1), wanted))));
            }
        }
        return renamed;
    }

    /** The parameter with that value; a table that has its usual name has none, and its change sets were not edited. */
    private List<String> parameterOf(String table) {
        return changelog.parameters().entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith(TABLE))
                .filter(parameter -> parameter.getValue().equals(table))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A table's name when it was made, and the one that the host wants. */
    private record Renamed(String made, String wanted) {}
}
