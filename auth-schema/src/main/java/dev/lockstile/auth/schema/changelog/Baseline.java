package dev.lockstile.auth.schema.changelog;

import java.util.Set;

/**
 * The tables that a takeover found and the changelog holds as they are.
 *
 * @param found their names, and the names of their columns as {@code table.column}: what another application writes
 * @param all the same with the columns that the changelog has added to them since
 * @param beside the tables that are no news at a second takeover: those of the changelog, and those that the first one
 *     saw and left out
 * @param tellsBeside whether the first takeover noted which those are
 */
public record Baseline(Set<String> found, Set<String> all, Set<String> beside, boolean tellsBeside) {

    /**
     * Copies the sets.
     *
     * @param found the names of the tables and columns
     * @param all the same with columns that the changelog has added since
     * @param beside the tables that are no news at a second takeover
     * @param tellsBeside whether the first takeover noted which those are
     */
    public Baseline {
        found = Set.copyOf(found);
        all = Set.copyOf(all);
        beside = Set.copyOf(beside);
    }
}
