package dev.lockstile.auth.token;

import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a client shows beside the request itself. All of it is optional, opens nothing, and is worth nothing when it is
 * made up.
 *
 * @param trustedDevice the token that an earlier sign-in to the same account gave this client
 *     ({@link SignIn#trustedDevice()}): failures are then counted for this device, apart from those of strangers (OWASP,
 *     device cookies)
 * @param humanProof what the host's {@link dev.lockstile.auth.throttle.HumanCheck} looks at, such as a captcha's answer
 */
public record ClientEvidence(
        @Nullable Secret trustedDevice, @Nullable String humanProof) {

    /** Nothing is shown. */
    public static final ClientEvidence NONE = new ClientEvidence(null, null);

    /** A device without more. */
    public ClientEvidence(@Nullable Secret trustedDevice) {
        this(trustedDevice, null);
    }

    @Override
    public String toString() {
        return "ClientEvidence[hidden]";
    }
}
