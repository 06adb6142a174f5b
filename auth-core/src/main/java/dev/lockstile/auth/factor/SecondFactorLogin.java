package dev.lockstile.auth.factor;

import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.secret.Secret;

/** The second step of a sign-in, for accounts that have a second factor. */
public interface SecondFactorLogin {

    /**
     * Finishes the sign-in. The attempt is counted and committed before anything is compared; then one transaction of its
     * own in which one of many right attempts wins. Twenty failures of an account, over all its challenges, pause it; a
     * right first factor sets none of them back.
     *
     * @param attempt the challenge, the proof and the client
     * @return the person who is in, or why nobody is
     */
    SecondFactorResult finish(SecondFactorAttempt attempt);

    /**
     * Begins to enrol an authenticator application for somebody who must have a second factor and has none
     * ({@link SecondFactorChallenge#wantsEnrolment}); {@link #finish} with a first code of it makes it count and signs in. One
     * transaction of its own. Refused: a challenge that is no open one of that kind, and an account with no proven address.
     * {@link PasskeyLogin#beginEnrolment} is the same for a passkey.
     *
     * @param challengeId as {@link SecondFactorChallenge#id()} gave it
     * @return the secret to be entered in the application, or why there is none
     */
    FactorResult<TotpEnrolment> enrol(Secret challengeId);
}
