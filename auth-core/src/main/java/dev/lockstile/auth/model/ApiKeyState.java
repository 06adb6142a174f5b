package dev.lockstile.auth.model;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An API key as stored. It holds digests of the secret, which do not authenticate.
 *
 * @param keyId public id of the key, which is part of the key
 * @param profileRef key of the owner's profile in which the API key acts, as text
 * @param name the name that the owner gave the key, 1 to 64 characters
 * @param scopes words without spaces that limit the permissions of the key
 * @param secrets digests of the accepted secrets
 * @param times times of creation, last use and expiry
 */
public record ApiKeyState(
        String keyId, String profileRef, String name, Set<String> scopes, Secrets secrets, Times times) {

    /**
     * Copies the scopes.
     *
     * @param keyId public id of the key, which is part of the key
     * @param profileRef key of the owner's profile in which the API key acts, as text
     * @param name the name that the owner gave the key, 1 to 64 characters
     * @param scopes words without spaces that limit the permissions of the key
     * @param secrets digests of the accepted secrets
     * @param times times of creation, last use and expiry
     */
    public ApiKeyState {
        scopes = Set.copyOf(scopes);
    }

    /** {@return the scopes as one text, sorted and separated by spaces} */
    public String scopeText() {
        return String.join(" ", new TreeSet<>(scopes));
    }

    /**
     * {@return the scopes in a text}
     *
     * @param text as {@link #scopeText} returns it; null or blank for no scopes
     */
    public static Set<String> scopes(@Nullable String text) {
        return text == null || text.isBlank() ? Set.of() : Set.of(text.split(" "));
    }

    @Override
    public String toString() {
        return "ApiKeyState[" + keyId + "]";
    }

    /**
     * Digests of the accepted secrets: the current one and, for a limited time after a rotation, the replaced one.
     *
     * @param digest keyed digest of the current secret
     * @param previous keyed digest of the replaced secret; null when there is none
     * @param previousUntil the instant from which the replaced secret is refused; null when there is none
     */
    public record Secrets(
            String digest,
            @Nullable String previous,
            @Nullable Instant previousUntil) {

        /**
         * {@return the digests of a new key, which has no replaced secret}
         *
         * @param digest keyed digest of its secret
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
     * The times of an API key.
     *
     * @param createdAt when the key was created
     * @param expiresAt when the key expires
     * @param lastUsedAt when the key was last used, noted about once an hour; null before its first use
     */
    public record Times(
            Instant createdAt, Instant expiresAt, @Nullable Instant lastUsedAt) {}
}
