package dev.lockstile.auth.schema.internal.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the changelog has built up to a change set: the types of columns, the tables that are new, the checks. */
final class KnownSchema {

    private static final Pattern NOT_NULL_CHECK =
            Pattern.compile("add constraint ([\\w$]+) check \\(\\(?([\\w$]+) is not null\\)?\\)");
    private static final Pattern VALIDATE = Pattern.compile("validate constraint ([\\w$]+)");
    private static final Pattern RETYPE =
            Pattern.compile("^(?:alter|modify)(?: column)? ([\\w$]+) (?:set data )?(?:type )?(.+)$");

    private static final Pattern KEY = Pattern.compile("primary key \\(([\\w$]+)\\)");

    private final KnownObjects objects = new KnownObjects();
    private final Map<String, ColumnDef> there;
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, ColumnDef> columns = new HashMap<>();
    private final Set<String> fresh = new HashSet<>();
    private final Map<String, String> notNullChecks = new HashMap<>();
    private final Set<String> validated = new HashSet<>();

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

    KnownObjects objects() {
        return objects;
    }

    boolean isCheckedDomain(String type) {
        return objects.isCheckedDomain(type);
    }

    /** Whether the index is one of a table that nobody uses yet. */
    boolean isFreshIndex(String index) {
        String table = objects.tableOf(index);
        return table != null && isFresh(table);
    }

    boolean isFreshDomain(String name) {
        return objects.isFresh("domain", name);
    }

    /** The column that is the primary key of that table, or null where it is not one column or not known. */
    @Nullable
    String singleKey(@Nullable String table) {
        return keys.get(String.valueOf(table));
    }

    /** Whether nobody uses that table yet: it is made by the migrations that are looked at. */
    boolean isFresh(@Nullable String table) {
        return table == null || fresh.contains(table);
    }

    @Nullable
    ColumnDef column(@Nullable String table, String name) {
        String key = table + "." + name;
        ColumnDef known = columns.get(key);
        return known == null ? there.get(key) : known;
    }

    /** Whether a validated check already proves that the column has no nulls. */
    boolean provenNotNull(@Nullable String table, String column) {
        String check = notNullChecks.get(table + "." + column);
        return check != null && validated.contains(table + "." + check);
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
                .forEach(column -> keys.put(String.valueOf(statement.table()), column.name()));
        Matcher key = statement.find(KEY);
        if (key != null) {
            keys.put(String.valueOf(statement.table()), key.group(1));
        }
    }

    void take(Statement statement) {
        String table = statement.table();
        objects.take(statement);
        key(statement);
        Actions.defined(statement).forEach(column -> columns.put(table + "." + column.name(), column));
        for (String action : Actions.of(statement)) {
            Matcher check = NOT_NULL_CHECK.matcher(action);
            if (check.find()) {
                notNullChecks.put(table + "." + check.group(2), check.group(1));
            }
            Matcher validate = VALIDATE.matcher(action);
            if (validate.find()) {
                validated.add(table + "." + validate.group(1));
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
