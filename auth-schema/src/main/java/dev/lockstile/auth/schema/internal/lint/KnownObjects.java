package dev.lockstile.auth.schema.internal.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the changelog has built besides tables and columns: indexes, primary keys, domains, views and the like. */
final class KnownObjects {

    private static final Pattern INDEX =
            Pattern.compile("^create (?:unique )?index (?:concurrently )?(?:if not exists )?([\\w$]+) on ");
    private static final Pattern KEY = Pattern.compile("\\bconstraint ([\\w$]+) primary key\\b");
    private static final Pattern OBJECT = Pattern.compile("^create (?:or replace )?(?:temporary |temp |recursive )*"
            + "(schema|view|materialized view|sequence|type|domain|function|procedure) (?:if not exists )?([\\w$]+)");

    private final Map<String, String> indexes = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Set<String> checkedDomains = new HashSet<>();
    private final Set<String> fresh = new HashSet<>();

    /** The table of an index; null where the changelog did not make it. */
    @Nullable
    String tableOf(String index) {
        return indexes.get(index);
    }

    /** Whether that is the primary key of the table, by the name it was given or by the one that PostgreSQL gives. */
    boolean isPrimaryKey(@Nullable String table, String constraint) {
        return constraint.equals(keys.getOrDefault(String.valueOf(table), table + "_pkey"));
    }

    boolean isCheckedDomain(String type) {
        return checkedDomains.contains(type);
    }

    /** Whether an object is made by the migrations that are looked at. */
    boolean isFresh(String kind, String name) {
        return fresh.contains(kind + " " + name);
    }

    /** What a change set makes is new for all of it. */
    void begin(Statement statement) {
        Matcher object = statement.find(OBJECT);
        if (object != null) {
            fresh.add(object.group(1) + " " + object.group(2));
        }
    }

    void take(Statement statement) {
        Matcher index = statement.find(INDEX);
        if (index != null && statement.table() != null) {
            indexes.put(index.group(1), statement.table());
        }
        Matcher key = statement.find(KEY);
        if (key != null && statement.table() != null) {
            keys.put(statement.table(), key.group(1));
        }
        String domain = DomainRules.created(statement);
        if (domain != null) {
            checkedDomains.add(domain);
        }
    }
}
