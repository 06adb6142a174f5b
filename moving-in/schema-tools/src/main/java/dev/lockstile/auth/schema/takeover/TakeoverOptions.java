package dev.lockstile.auth.schema.takeover;

import java.util.Map;

/**
 * What the host says of tables that nothing tells by itself.
 *
 * @param packageName where the proposed entities are to lie
 * @param tables {@code user}, {@code profile}, {@code device} or {@code social} to the table that is meant; an empty
 *     name means that none is
 * @param fills what a column of the other application gets in rows that are added here, by {@code table.column}, or by
 *     the column alone where it is one of the users: {@code uuid}, {@code now}, a constant, SQL, or {@code mapped}
 *     where the host's entity sets it
 * @param columns an attribute of the users, such as {@code username}, to the column of their table that it shares
 */
public record TakeoverOptions(
        String packageName, Map<String, String> tables, Map<String, String> fills, Map<String, String> columns) {

    /**
     * Copies the maps.
     *
     * @param packageName where the proposed entities are to lie
     * @param tables which table is meant, by {@code user}, {@code profile}, {@code device} or {@code social}
     * @param fills what a column gets in rows that are added here
     * @param columns which column an attribute of the users shares
     */
    public TakeoverOptions {
        tables = Map.copyOf(tables);
        fills = Map.copyOf(fills);
        columns = Map.copyOf(columns);
    }

    /**
     * Without words about columns.
     *
     * @param packageName where the proposed entities are to lie
     * @param tables which table is meant, by {@code user}, {@code profile}, {@code device} or {@code social}
     */
    public TakeoverOptions(String packageName, Map<String, String> tables) {
        this(packageName, tables, Map.of(), Map.of());
    }
}
