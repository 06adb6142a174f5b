package dev.lockstile.auth.testkit.http;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.http.settings.HttpSettings;
import jakarta.persistence.EntityManagerFactory;
import java.util.Objects;

/**
 * A host on an empty database, as {@link AuthContract} attacks it.
 *
 * @param wiring with the host's store, and what else it wires; settings, keys, clock and senders are the contract's to
 *     set
 * @param settings the host's own; the contract lowers the cost of the password hash, and turns limits off where it
 *     tests something else
 * @param http the host's own; a place for pictures is added where it has none
 * @param entities the host's entities: their fields are what an attacker plants
 * @param closing frees the database; called once
 */
public record HostUnderTest(
        AuthBuilder wiring, AuthSettings settings, HttpSettings http, EntityManagerFactory entities, Runnable closing) {

    /**
     * Checks that nothing is missing.
     *
     * @param wiring with the host's store
     * @param settings the host's own
     * @param http the host's own
     * @param entities the host's entities: their fields are what an attacker plants
     * @param closing frees the database
     */
    public HostUnderTest {
        Objects.requireNonNull(wiring, "wiring");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(http, "http");
        Objects.requireNonNull(entities, "entities");
        Objects.requireNonNull(closing, "closing");
    }
}
