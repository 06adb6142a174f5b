package dev.lockstile.auth.schema;

import java.util.Set;

/**
 * The tables that a takeover found and the changelog holds as they are.
 *
 * @param found their names, and the names of their columns as {@code table.column}: what another application writes
 * @param all the same with the columns that the changelog has added to them since
 */
public record Baseline(Set<String> found, Set<String> all) {

    public Baseline {
        found = Set.copyOf(found);
        all = Set.copyOf(all);
    }
}
