package dev.lockstile.auth.token;

import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a session.
 *
 * @param access signed, short-lived (RFC 9068)
 * @param refreshOrNull opaque, for one use; null after a profile switch without the refresh token, when the client
 *     keeps its own
 * @param accessExpiresAt when the access token expires
 */
public record TokenPair(Secret access, @Nullable Secret refreshOrNull, Instant accessExpiresAt) {

    /**
     * {@return a pair without a refresh token}
     *
     * @param access signed, short-lived (RFC 9068)
     * @param accessExpiresAt when the access token expires
     */
    public static TokenPair accessAlone(Secret access, Instant accessExpiresAt) {
        return new TokenPair(access, null, accessExpiresAt);
    }

    /** {@return true when there is a refresh token; false only after a profile switch without it} */
    public boolean hasRefresh() {
        return refreshOrNull != null;
    }

    /**
     * {@return the refresh token}
     *
     * @throws IllegalStateException when there is none; see {@link #hasRefresh}
     */
    public Secret refresh() {
        if (refreshOrNull == null) {
            throw new IllegalStateException("there is no refresh token: check hasRefresh() first");
        }
        return refreshOrNull;
    }
}
