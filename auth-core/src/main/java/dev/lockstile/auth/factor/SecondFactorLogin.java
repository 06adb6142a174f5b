package dev.lockstile.auth.factor;

import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second step of a sign-in, for accounts that have a second factor. */
public interface SecondFactorLogin {

    /**
     * Finishes the sign-in. The attempt is counted and committed before anything is compared; then one transaction of
     * its own in which one of many right attempts wins. Twenty failures of an account, over all its challenges, pause
     * it; a right first factor sets none of them back.
     *
     * @param attempt the challenge, the proof and the client
     * @return the person who is in, or why nobody is
     */
    Result finish(Attempt attempt);

    /**
     * Begins to enrol an authenticator application for somebody who must have a second factor and has none
     * ({@link SecondFactorChallenge#wantsEnrolment}); {@link #finish} with a first code of it makes it count and signs
     * in. One transaction of its own. Refused: a challenge that is no open one of that kind, and an account with no
     * proven address. {@link PasskeyLogin#beginEnrolment} is the same for a passkey.
     *
     * @param challengeId as {@link SecondFactorChallenge#id()} gave it
     * @return the secret to be entered in the application, or why there is none
     */
    FactorResult<TotpEnrolment> enrol(Secret challengeId);

    /**
     * The second step of a sign-in.
     *
     * @param challengeId as {@link SecondFactorChallenge#id()} gave it
     * @param proof what is shown as the second factor
     * @param client of the same kind as in the first step
     * @param trustBrowser leaves the second factor out at the next sign-ins in this browser, where the host allows it
     */
    record Attempt(Secret challengeId, FactorProof proof, ClientInfo client, boolean trustBrowser) {}

    /** How the second step of a sign-in ended. */
    sealed interface Result {

        /**
         * The person is in.
         *
         * @param signIn the session's tokens and the account
         * @param trustedBrowser to be kept by the browser and shown at the next sign-in; null where none was asked for
         * @param recoveryCodes to be shown to the person, once; empty but after an enrolment
         */
        record SignedIn(SignIn signIn, @Nullable Secret trustedBrowser, List<Secret> recoveryCodes) implements Result {
            /**
             * Copies the list.
             *
             * @param signIn the session's tokens and the account
             * @param trustedBrowser to be kept by the browser and shown at the next sign-in; null where none was asked
             *     for
             * @param recoveryCodes to be shown to the person, once; empty but after an enrolment
             */
            public SignedIn {
                recoveryCodes = List.copyOf(recoveryCodes);
            }
        }

        /**
         * Nobody is in: wrong, used, expired, out of attempts, paused, another client, or an account that has changed
         * since the first step. One answer for all.
         */
        record Refused() implements Result {}

        /** A mobile client has to say which device it is; nothing was spent. */
        record DeviceRequired() implements Result {}

        /** The text is no code: it holds other signs or another count of them; no attempt was spent. */
        record MalformedCode() implements Result {}
    }
}
