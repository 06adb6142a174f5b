package dev.lockstile.auth.model;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An API key as stored. Its digests cannot be used as a key.
 *
 * @param keyId public id of the key, which is a part of the key
 * @param profileRef the profile of its owner in which the key acts
 * @param name what its owner calls it, 1 to 64 characters
 * @param scopes what it may do at most: words without spaces
 * @param secrets digests of what a client shows
 * @param times when it was made and used, and when it expires
 */
public record ApiKeyState(
        String keyId, String profileRef, String name, Set<String> scopes, Secrets secrets, Times times) {

    /**
     * Copies the scopes.
     *
     * @param keyId public id of the key, which is a part of the key
     * @param profileRef the profile of its owner in which the key acts
     * @param name what its owner calls it, 1 to 64 characters
     * @param scopes what it may do at most: words without spaces
     * @param secrets digests of what a client shows
     * @param times when it was made and used, and when it expires
     */
    public ApiKeyState {
        scopes = Set.copyOf(scopes);
    }

    /** {@return the scopes in one text, sorted, with a space between two} */
    public String scopeText() {
        return String.join(" ", new TreeSet<>(scopes));
    }

    /**
     * {@return the scopes of a text}
     *
     * @param text as {@link #scopeText} gives it
     */
    public static Set<String> scopes(@Nullable String text) {
        return text == null || text.isBlank() ? Set.of() : Set.of(text.split(" "));
    }

    @Override
    public String toString() {
        return "ApiKeyState[" + keyId + "]";
    }

    /**
     * Digests of the secret, and of the one before it while both open.
     *
     * @param digest of the secret that the last rotation made
     * @param previous of the secret that it replaced; null when none is accepted beside it
     * @param previousUntil from when on the replaced one is refused; null when there is none
     */
    public record Secrets(
            String digest,
            @Nullable String previous,
            @Nullable Instant previousUntil) {

        /**
         * {@return the digest of a key that was not rotated yet}
         *
         * @param digest of its secret
         */
        public static Secrets first(String digest) {
            return new Secrets(digest, null, null);
        }

        @Override
        public String toString() {
            return "Secrets[]";
        }
    }

    /**
     * The times of a key.
     *
     * @param createdAt when it was made
     * @param expiresAt when it expires
     * @param lastUsedAt about when it was last used; null when it never was
     */
    public record Times(
            Instant createdAt, Instant expiresAt, @Nullable Instant lastUsedAt) {}
}
