package dev.lockstile.auth.schema.takeover;

import java.util.Map;

/**
 * What the host says of tables that nothing tells by itself.
 *
 * @param packageName where the proposed entities are to lie
 * @param tables {@code user}, {@code profile}, {@code device} or {@code social} to the table that is meant; an empty name
 *     means that none is
 */
public record TakeoverOptions(String packageName, Map<String, String> tables) {

    /**
     * Copies the map.
     *
     * @param packageName where the proposed entities are to lie
     * @param tables which table is meant, by {@code user}, {@code profile}, {@code device} or {@code social}
     */
    public TakeoverOptions {
        tables = Map.copyOf(tables);
    }
}
