package dev.lockstile.auth.factor;

import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;

/** The second step of a sign-in, for accounts that have a second factor. */
public interface SecondFactorLogin {

    /**
     * Finishes the sign-in. The attempt is counted and committed before anything is compared; then one transaction of
     * its own in which one of many right attempts wins. Twenty failures of an account, over all its challenges, pause
     * it; a right first factor sets none of them back.
     *
     * <p>{@link Refusal#INVALID_SECOND_FACTOR} is the one answer for wrong, used, expired, out of attempts, paused,
     * another client, and an account that has changed since the first step. A missing device and a text that is no
     * code spend no attempt.
     *
     * @param attempt the challenge, the proof and the client
     * @return the new session, with what {@link SignIn#extras} says of the second step, or why there is none
     */
    Outcome<SignIn> finish(Attempt attempt);

    /**
     * Begins to enrol an authenticator application for an account that must have a second factor and has none
     * ({@link SecondFactorChallenge#wantsEnrolment}); {@link #finish} with a first code of it makes it count and signs
     * in. One transaction of its own. Refused: a challenge that is no open one of that kind, and an account with no
     * proven address. {@link PasskeyLogin#beginEnrolment} is the same for a passkey.
     *
     * @param challengeId as {@link SecondFactorChallenge#id()} gave it
     * @return the secret to be entered in the application, or why there is none
     */
    Outcome<TotpEnrolment> enrol(Secret challengeId);

    /**
     * The second step of a sign-in.
     *
     * @param challengeId as {@link SecondFactorChallenge#id()} gave it
     * @param proof what is shown as the second factor
     * @param client of the same kind as in the first step
     * @param trustBrowser leaves the second factor out at the next sign-ins in this browser, where the host allows it
     */
    record Attempt(Secret challengeId, FactorProof proof, ClientInfo client, boolean trustBrowser) {}
}
