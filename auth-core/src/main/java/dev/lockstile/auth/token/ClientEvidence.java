package dev.lockstile.auth.token;

import dev.lockstile.auth.model.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a client shows beside the request itself. All of it is optional, opens nothing, and is worth nothing when it is
 * made up.
 *
 * @param trustedDevice the token that an earlier sign-in to the same account gave this client
 *     ({@link SignIn#trustedDevice()}): failures are then counted for this device, apart from those of strangers (OWASP,
 *     device cookies)
 */
public record ClientEvidence(@Nullable Secret trustedDevice) {

    /** Nothing is shown. */
    public static final ClientEvidence NONE = new ClientEvidence(null);
}
