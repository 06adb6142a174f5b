package dev.lockstile.auth.hook;

import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.token.ClientInfo;
import java.time.Instant;

/**
 * The host's judgement of a sign-in whose first factor is right, whatever that was. Called by the threads of the flows,
 * many at once, outside of any transaction: it may ask over the network, and sets its own limit of time. A refresh and
 * the exchange of a former system's token are no sign-in. A sign-in that collides with another one is not asked about
 * twice.
 */
public interface RiskCheck {

    /**
     * Judges a sign-in.
     *
     * @param attempt what is known of it
     * @return what is to happen
     */
    Answer assess(Attempt attempt);

    /** {@return what happens where {@link #assess} throws; a factor is asked for unless overridden} */
    default Answer onFailure() {
        return Answer.ASK_FACTOR;
    }

    /** What is to happen. */
    enum Answer {
        /** The sign-in goes on as if nothing had been asked. */
        ALLOW,
        /**
         * The account's second factor is asked for, in a trusted browser too. An account that has none signs in by a
         * code or link sent to its proven e-mail address, and by nothing else ({@code EMAIL_CODE_REQUIRED}).
         */
        ASK_FACTOR,
        /** The sign-in is refused, as a wrong first factor is. */
        REFUSE
    }

    /**
     * A sign-in whose first factor is right.
     *
     * @param user whose account it is
     * @param shown by what the person was authenticated so far
     * @param client where the person comes from
     * @param knownDevice whether the owner signed in on this client lately, by the evidence that it shows
     * @param knownNetwork whether the owner signed in from this network or device lately
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
