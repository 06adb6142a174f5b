package dev.lockstile.auth.schema.history;

import java.util.Map;

/**
 * A place in history that names a class.
 *
 * @param changeSet the change set, or the file where no change set is concerned
 * @param role the element that names it
 * @param states of each database, by its name: when it ran there, or that it has not run
 * @param freshNeedsIt whether a fresh database, built from the changelog as it is, has to load it to run
 */
public record ShimUse(String changeSet, String role, Map<String, String> states, boolean freshNeedsIt) {

    /**
     * Copies the states.
     *
     * @param changeSet the change set, or the file
     * @param role the element that names it
     * @param states by the name of the database: when it ran there, or that it has not
     * @param freshNeedsIt whether a fresh database has to load the class
     */
    public ShimUse {
        states = Map.copyOf(states);
    }
}
