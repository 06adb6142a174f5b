package dev.lockstile.auth.hook;

import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Instant;

/**
 * The host's risk assessment of a sign-in after its first factor, of any kind, was verified. Called on the calling
 * threads, by many at once, outside any transaction: it may use the network, with a timeout of its own. Not called for
 * a refresh and the exchange of a former system's token, and only once for a sign-in that collides with another one.
 */
public interface RiskCheck {

    /**
     * Assesses a sign-in.
     *
     * @param attempt the data of the sign-in
     * @return the decision
     */
    Answer assess(Attempt attempt);

    /** {@return the decision where {@link #assess} throws; {@link Answer#ASK_FACTOR} unless overridden} */
    default Answer onFailure() {
        return Answer.ASK_FACTOR;
    }

    /** The decision. */
    enum Answer {
        /** The sign-in continues as without a risk check. */
        ALLOW,
        /**
         * The account's second factor is required, in a trusted browser too. An account without one can only sign in by
         * a code or link sent to its verified e-mail address ({@code EMAIL_CODE_REQUIRED}).
         */
        ASK_FACTOR,
        /** The sign-in is refused like one with a wrong first factor. */
        REFUSE
    }

    /**
     * A sign-in whose first factor was verified.
     *
     * @param user the account
     * @param shown the authentication so far
     * @param client the client that signs in
     * @param knownDevice whether the owner recently signed in on this client, by its evidence
     * @param knownNetwork whether the owner recently signed in from this network or device
     * @param at the time of the flow
     */
    record Attempt(
            UserInfo user,
            AuthContext shown,
            ClientInfo client,
            boolean knownDevice,
            boolean knownNetwork,
            Instant at) {}
}
