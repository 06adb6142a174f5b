package dev.lockstile.auth.schema.internal.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the changelog has built up to a change set: the types of columns, the tables that are new, the checks. */
final class KnownSchema {

    private static final Pattern RETYPE =
            Pattern.compile("^(?:alter|modify)(?: column)? ([\\w$]+) (?:set data )?(?:type )?(.+)$");

    private static final Pattern KEY = Pattern.compile("primary key \\(([\\w$, ]+)\\)");
    private static final Pattern NULLS = Pattern.compile("^alter (?:column )?([\\w$]+) (set|drop) not null");

    private final KnownObjects objects = new KnownObjects();
    private final Map<String, ColumnDef> there;
    private final KnownChecks checks = new KnownChecks();
    private final Map<String, List<String>> keys = new HashMap<>();
    private final Map<String, ColumnDef> columns = new HashMap<>();
    private final Set<String> fresh = new HashSet<>();
    private final Map<String, Boolean> mandatory = new HashMap<>();

    /** With the columns of the database, for tables that the changelog did not make. */
    KnownSchema(Map<String, ColumnDef> there) {
        this.there = there;
    }

    /** Whether the database has that table, whatever the letters of its name. */
    boolean isThere(String table) {
        String prefix = table.toLowerCase(Locale.ROOT) + ".";
        return there.keySet().stream()
                .anyMatch(column -> column.toLowerCase(Locale.ROOT).startsWith(prefix));
    }

    /** Whether the database has that column, whatever the letters of the names. */
    boolean isThere(String table, String column) {
        return there.keySet().stream().anyMatch(name -> name.equalsIgnoreCase(table + "." + column));
    }

    KnownObjects objects() {
        return objects;
    }

    boolean isCheckedDomain(String type) {
        return objects.isCheckedDomain(type);
    }

    /** Whether the index is one of a table that is not in use yet. */
    boolean isFreshIndex(String index) {
        String table = objects.tableOf(index);
        return table != null && isFresh(table);
    }

    boolean isFreshDomain(String name) {
        return objects.isFresh("domain", name);
    }

    /** The columns of the primary key of that table; empty where it is not known. */
    List<String> key(@Nullable String table) {
        return keys.getOrDefault(String.valueOf(table), List.of());
    }

    /** Whether that table is not in use yet: it is made by the migrations that are looked at. */
    boolean isFresh(@Nullable String table) {
        return table == null || fresh.contains(table);
    }

    @Nullable
    ColumnDef column(@Nullable String table, String name) {
        String key = table + "." + name;
        ColumnDef known = columns.get(key);
        return known == null ? there.get(key) : known;
    }

    /** Whether no row can have a null there: by the column itself, the key, or a check that is proven. */
    boolean provenNotNull(@Nullable String table, String column) {
        Boolean said = mandatory.get(table + "." + column);
        ColumnDef known = column(table, column);
        return Boolean.TRUE.equals(said)
                || said == null && known != null && known.notNull()
                || key(table).contains(column)
                || checks.proveNotNull(table, column);
    }

    KnownChecks checks() {
        return checks;
    }

    /** The tables that a change set makes are fresh for all of it, wherever it makes them. */
    void begin(LintedChangeSet changeSet, boolean linted) {
        for (Statement statement : changeSet.all()) {
            String table = statement.table();
            if (linted && table != null && statement.createsTable()) {
                fresh.add(table);
            }
            if (linted) {
                objects.begin(statement);
            }
        }
    }

    private void key(Statement statement) {
        Actions.defined(statement).stream()
                .filter(column -> column.rest().contains("primary key"))
                .forEach(column -> keys.put(String.valueOf(statement.table()), List.of(column.name())));
        Matcher key = statement.find(KEY);
        if (key != null) {
            keys.put(String.valueOf(statement.table()), List.of(key.group(1).split(", ")));
        }
    }

    void take(Statement statement) {
        String table = statement.table();
        objects.take(statement);
        checks.take(statement);
        key(statement);
        Actions.defined(statement).forEach(column -> columns.put(table + "." + column.name(), column));
        for (String action : Actions.of(statement)) {
            Matcher nulls = NULLS.matcher(action);
            if (nulls.find()) {
                mandatory.put(table + "." + nulls.group(1), nulls.group(2).equals("set"));
            }
            Matcher retype = RETYPE.matcher(action);
            if (retype.matches() && !action.matches(".* (set|drop) (not null|default).*")) {
                ColumnDef column = ColumnDef.parse(retype.group(1) + " " + retype.group(2));
                if (column != null) {
                    columns.put(table + "." + column.name(), column);
                }
            }
        }
    }
}
