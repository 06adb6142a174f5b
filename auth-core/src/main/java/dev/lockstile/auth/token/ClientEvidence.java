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
 * @param trustedBrowser what a browser got when its user chose to leave the second factor out there for a while
 *     ({@code SecondFactorResult.SignedIn})
 */
public record ClientEvidence(
        @Nullable Secret trustedDevice,
        @Nullable String humanProof,
        @Nullable Secret trustedBrowser) {

    /** Nothing is shown. */
    public static final ClientEvidence NONE = new ClientEvidence(null, null, null);

    /**
     * A device without more.
     *
     * @param trustedDevice the token that an earlier sign-in to the same account gave this client ({@link
     *     SignIn#trustedDevice()}): failures are then counted for this device, apart from those of strangers (OWASP,
     *     device cookies)
     */
    public ClientEvidence(@Nullable Secret trustedDevice) {
        this(trustedDevice, null, null);
    }

    /**
     * A device, and what a check for people looks at.
     *
     * @param trustedDevice the token that an earlier sign-in to the same account gave this client ({@link
     *     SignIn#trustedDevice()}): failures are then counted for this device, apart from those of strangers (OWASP,
     *     device cookies)
     * @param humanProof what the host's {@link dev.lockstile.auth.throttle.HumanCheck} looks at, such as a captcha's
     *     answer
     */
    public ClientEvidence(@Nullable Secret trustedDevice, @Nullable String humanProof) {
        this(trustedDevice, humanProof, null);
    }

    @Override
    public String toString() {
        return "ClientEvidence[hidden]";
    }
}
