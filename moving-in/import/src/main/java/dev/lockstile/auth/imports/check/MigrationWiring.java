package dev.lockstile.auth.imports.check;

import dev.lockstile.auth.model.Channel;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a host is wired for a migration.
 *
 * @param channels by which messages reach users, without those that end on the console
 * @param oldTokensUntil the deadline of the {@code LegacySessionBridge} of auth-cutover; null without one
 * @param socialProviders the other sites with which users can sign in, such as {@code Auth.social().providers()}; null
 *     when they are not declared
 */
public record MigrationWiring(
        Set<Channel> channels,
        @Nullable Instant oldTokensUntil,
        @Nullable Set<String> socialProviders) {

    /**
     * Copies the sets.
     *
     * @param channels by which messages reach users
     * @param oldTokensUntil the deadline of the source system's tokens; null without one
     * @param socialProviders the other sites with which users can sign in; null when they are not declared
     */
    public MigrationWiring {
        channels = Set.copyOf(channels);
        socialProviders = socialProviders == null ? null : Set.copyOf(socialProviders);
    }

    /**
     * Creates a wiring that does not declare other sites.
     *
     * @param channels by which messages reach users
     * @param oldTokensUntil the deadline of the {@code LegacySessionBridge}; null without one
     */
    public MigrationWiring(Set<Channel> channels, @Nullable Instant oldTokensUntil) {
        this(channels, oldTokensUntil, null);
    }

    /**
     * {@return a copy with these other sites}
     *
     * @param names of the sites
     */
    public MigrationWiring withSocialProviders(Set<String> names) {
        return new MigrationWiring(channels, oldTokensUntil, names);
    }
}
