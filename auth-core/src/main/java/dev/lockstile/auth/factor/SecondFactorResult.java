package dev.lockstile.auth.factor;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the second step of a sign-in ended. */
public sealed interface SecondFactorResult {

    /**
     * The person is in.
     *
     * @param signIn the session's tokens and the account
     * @param trustedBrowser to be kept by the browser and shown at the next sign-in; null where none was asked for
     * @param recoveryCodes to be shown to the person, once; empty but after an enrolment
     */
    record SignedIn(SignIn signIn, @Nullable Secret trustedBrowser, List<Secret> recoveryCodes)
            implements SecondFactorResult {
        /**
         * Copies the list.
         *
         * @param signIn the session's tokens and the account
         * @param trustedBrowser to be kept by the browser and shown at the next sign-in; null where none was asked for
         * @param recoveryCodes to be shown to the person, once; empty but after an enrolment
         */
        public SignedIn {
            recoveryCodes = List.copyOf(recoveryCodes);
        }
    }

    /**
     * Nobody is in: wrong, used, expired, out of attempts, paused, another client, or an account that has changed since the
     * first step. One answer for all.
     */
    record Refused() implements SecondFactorResult {}

    /** A mobile client has to say which device it is; nothing was spent. */
    record DeviceRequired() implements SecondFactorResult {}
}
