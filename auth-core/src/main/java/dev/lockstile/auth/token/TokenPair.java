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
 */
public record TokenPair(Secret access, @Nullable Secret refreshOrNull, Instant accessExpiresAt) {

    /** An access token alone. */
    public static TokenPair accessAlone(Secret access, Instant accessExpiresAt) {
        return new TokenPair(access, null, accessExpiresAt);
    }

    /** False only after a switch of the profile without the refresh token. */
    public boolean hasRefresh() {
        return refreshOrNull != null;
    }

    /**
     * The refresh token.
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
