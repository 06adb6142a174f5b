package dev.lockstile.auth.apikey;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key as shown to its owner.
 *
 * @param id its public id
 * @param name the owner's name for it
 * @param scopes the maximum of its permissions; each use is also limited to the owner's present ones
 * @param createdAt when it was created
 * @param expiresAt when it expires
 * @param lastUsedAt its last use, to the hour; null when it was never used
 * @param previousUntil until when the secret replaced by the last rotation is accepted; null where it is not
 */
public record ApiKey(
        String id,
        String name,
        Set<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant previousUntil) {

    /**
     * Copies the scopes.
     *
     * @param id its public id
     * @param name the owner's name for it
     * @param scopes the maximum of its permissions
     * @param createdAt when it was created
     * @param expiresAt when it expires
     * @param lastUsedAt its last use; null when it was never used
     * @param previousUntil until when the replaced secret is accepted; null where it is not
     */
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /**
     * The properties of a new key.
     *
     * @param name the owner's name for it, 1 to 64 characters
     * @param scopes the maximum of its permissions, all of them permissions of the owner
     * @param validFor its lifetime, up to the host's maximum; null for the host's default
     */
    public record Draft(
            String name, Set<String> scopes, @Nullable Duration validFor) {

        /**
         * Copies the scopes.
         *
         * @param name the owner's name for it, 1 to 64 characters
         * @param scopes the maximum of its permissions
         * @param validFor its lifetime; null for the host's default
         */
        public Draft {
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * A key and its owner, for administration.
     *
     * @param user the owner
     * @param id the {@link ApiKey#id()}
     */
    public record Owned(UserId user, String id) {}

    /**
     * A key with its secret, which is only returned once.
     *
     * @param secret the token that a program sends as {@code Authorization: Bearer}
     * @param key as shown to its owner
     */
    public record Issued(Secret secret, ApiKey key) {}
}
