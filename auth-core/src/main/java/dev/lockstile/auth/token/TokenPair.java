package dev.lockstile.auth.token;

import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a signed-in client holds.
 *
 * @param access signed, short-lived (RFC 9068)
 * @param refreshOrNull opaque, good for one use; null where an access token alone was handed out, after a switch of the
 *     profile without the refresh token: the client's own one stays good
 * @param accessExpiresAt when the access token runs out
 */
public record TokenPair(Secret access, @Nullable Secret refreshOrNull, Instant accessExpiresAt) {

    /**
     * {@return an access token alone}
     *
     * @param access signed, short-lived (RFC 9068)
     * @param accessExpiresAt when the access token runs out
     */
    public static TokenPair accessAlone(Secret access, Instant accessExpiresAt) {
        return new TokenPair(access, null, accessExpiresAt);
    }

    /** {@return false only after a switch of the profile without the refresh token} */
    public boolean hasRefresh() {
        return refreshOrNull != null;
    }

    /**
     * {@return the refresh token}
     *
     * @throws IllegalStateException when an access token alone was handed out
     */
    public Secret refresh() {
        if (refreshOrNull == null) {
            throw new IllegalStateException("an access token alone was handed out: ask hasRefresh() first");
        }
        return refreshOrNull;
    }
}
