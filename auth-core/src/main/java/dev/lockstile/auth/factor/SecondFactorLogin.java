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
     * Completes the sign-in. The attempt is counted and committed before the proof is verified; one transaction of its
     * own follows, in which one of several concurrent correct attempts succeeds. Twenty failures of an account, over
     * all its challenges, pause its second factors; a correct first factor does not reset the count.
     *
     * <p>{@link Refusal#INVALID_SECOND_FACTOR} is the only refusal for a proof or challenge that is wrong, used,
     * expired, out of attempts, paused or of another client, and for an account that was changed since the first step.
     * A missing device and a malformed code use no attempt.
     *
     * @param attempt the challenge, the proof and the client
     * @return the new session, with the results of the second step in {@link SignIn#extras}; or the refusal
     */
    Outcome<SignIn> finish(Attempt attempt);

    /**
     * Starts the enrolment of an authenticator application for an account that must have a second factor and has none
     * ({@link SecondFactorChallenge#wantsEnrolment}); {@link #finish} with a first code confirms it and signs in. One
     * transaction of its own. Refused: a challenge that is unknown, used, expired or of another kind, and an account
     * without a verified address. For a passkey use {@link PasskeyLogin#beginEnrolment}.
     *
     * @param challengeId as {@link SecondFactorChallenge#id()} gave it
     * @return the secret to be entered in the application, or the refusal
     */
    Outcome<TotpEnrolment> enrol(Secret challengeId);

    /**
     * The second step of a sign-in.
     *
     * @param challengeId as {@link SecondFactorChallenge#id()} gave it
     * @param proof the proof of the second factor
     * @param client of the same kind as in the first step
     * @param trustBrowser true to require no second factor at the next sign-ins in this browser, where the host
     *     allows it
     */
    record Attempt(Secret challengeId, FactorProof proof, ClientInfo client, boolean trustBrowser) {}
}
