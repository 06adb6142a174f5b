package dev.lockstile.auth.imports.check;

import dev.lockstile.auth.model.Channel;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an application is wired for a move.
 *
 * @param channels by which messages reach people: not those that end on the console
 * @param oldTokensUntil the deadline of the {@code LegacySessionBridge} of auth-cutover; null without one
 */
public record MigrationWiring(
        Set<Channel> channels, @Nullable Instant oldTokensUntil) {

    public MigrationWiring {
        channels = Set.copyOf(channels);
    }
}
