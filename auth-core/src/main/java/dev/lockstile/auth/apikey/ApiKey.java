package dev.lockstile.auth.apikey;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as its owner sees it.
 *
 * @param id its public name
 * @param name what its owner calls it
 * @param scopes what it may do at most; at each use no more than its owner may
 * @param createdAt when it was made
 * @param expiresAt from when on it opens nothing
 * @param lastUsedAt about when it was last used, to the hour; null when it never was
 * @param previousUntil until when the secret opens that the last rotation replaced; null where it does not
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
     * @param id its public name
     * @param name what its owner calls it
     * @param scopes what it may do at most
     * @param createdAt when it was made
     * @param expiresAt from when on it opens nothing
     * @param lastUsedAt about when it was last used; null when it never was
     * @param previousUntil until when the replaced secret opens; null where it does not
     */
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /**
     * What a new key is to be.
     *
     * @param name what its owner calls it, 1 to 64 characters
     * @param scopes what it may do at most, each of them within what the owner may do
     * @param validFor how long it opens, up to the host's maximum; null for the host's usual time
     */
    public record Draft(
            String name, Set<String> scopes, @Nullable Duration validFor) {

        /**
         * Copies the scopes.
         *
         * @param name what its owner calls it, 1 to 64 characters
         * @param scopes what it may do at most
         * @param validFor how long it opens; null for the host's usual time
         */
        public Draft {
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * A key and its owner, for what staff do.
     *
     * @param user whose key
     * @param id as {@link ApiKey#id()} says
     */
    public record Owned(UserId user, String id) {}

    /**
     * A key with its secret, which is shown this once.
     *
     * @param secret what a program sends as {@code Authorization: Bearer}
     * @param key as its owner sees it from now on
     */
    public record Issued(Secret secret, ApiKey key) {}
}
