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
 * @param socialProviders the other sites that sign people in, such as {@code Auth.social().providers()}; null for not
 *     told
 */
public record MigrationWiring(
        Set<Channel> channels,
        @Nullable Instant oldTokensUntil,
        @Nullable Set<String> socialProviders) {

    /**
     * Copies the sets.
     *
     * @param channels by which messages reach people
     * @param oldTokensUntil the deadline of old tokens; null without one
     * @param socialProviders the other sites that sign people in; null for not told
     */
    public MigrationWiring {
        channels = Set.copyOf(channels);
        socialProviders = socialProviders == null ? null : Set.copyOf(socialProviders);
    }

    /**
     * Without a word on other sites.
     *
     * @param channels by which messages reach people
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
