package dev.lockstile.auth.schema.internal.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the changelog has built besides tables and columns: indexes, primary keys, domains, views and the like. */
final class KnownObjects {

    private static final Pattern INDEX = Pattern.compile(
            "^create (?:unique )?index (?:concurrently )?(?:if not exists )?([\\w$]+) on [^(]*\\(([^)]*)\\)");
    private static final Pattern KEY = Pattern.compile("\\bconstraint ([\\w$]+) primary key\\b");
    private static final Pattern OBJECT = Pattern.compile("^create (?:or replace )?(?:temporary |temp |recursive )*"
            + "(schema|view|materialized view|sequence|type|domain|function|procedure) (?:if not exists )?([\\w$]+)");

    private static final Pattern PARTITIONED = Pattern.compile("\\) partition by ");
    private static final Pattern POLICY = Pattern.compile("^create policy [\\w$]+ on ([\\w$]+)");
    private static final Pattern DOMAIN = Pattern.compile(
            "^create domain ([\\w$]+) (?:as )?(.+?)(?: (?:collate|default|constraint|check|not null|null)\\b.*)?$");

    private final Map<String, String> indexes = new HashMap<>();
    private final Map<String, List<String>> indexed = new HashMap<>();
    private final Map<String, String> domains = new HashMap<>();
    private final Set<String> partitioned = new HashSet<>();
    private final Set<String> policies = new HashSet<>();
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

    /** The type below a domain; any other type is its own. */
    String baseOf(String type) {
        String base = type;
        for (int i = 0; i < domains.size() && domains.containsKey(base); i++) {
            base = domains.get(base);
        }
        return base;
    }

    /** The columns of an index; empty where it is not known, or an expression. */
    List<String> columnsOf(String index) {
        return indexed.getOrDefault(index, List.of());
    }

    /** The columns of each index of a table that is known. */
    Set<List<String>> indexesOf(String table) {
        return indexes.entrySet().stream()
                .filter(index -> index.getValue().equals(table))
                .map(index -> columnsOf(index.getKey()))
                .collect(Collectors.toSet());
    }

    /** Whether the table consists of partitions. */
    boolean isPartitioned(@Nullable String table) {
        return partitioned.contains(String.valueOf(table));
    }

    /** Whether some policy says which rows of the table are seen. */
    boolean hasPolicy(@Nullable String table) {
        return policies.contains(String.valueOf(table));
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
            indexed.put(index.group(1), List.of(index.group(2).split(", ")));
        }
        if (statement.table() != null && statement.createsTable() && statement.find(PARTITIONED) != null) {
            partitioned.add(statement.table());
        }
        Matcher policy = statement.find(POLICY);
        if (policy != null) {
            policies.add(policy.group(1));
        }
        Matcher below = statement.find(DOMAIN);
        if (below != null) {
            domains.put(below.group(1), below.group(2));
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
