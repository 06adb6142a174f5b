package dev.lockstile.auth.migrate.shadow;

import dev.lockstile.auth.model.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that was looked at and waits to be compared.
 *
 * @param name as it was typed
 * @param password null for a code
 */
record Sight(String name, @Nullable Secret password, OldAnswer old, Instant seenAt) {

    @Override
    public String toString() {
        return "Sight[hidden]";
    }
}
