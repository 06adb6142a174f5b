package dev.lockstile.auth.factor;

import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in with a passkey: as the only factor, without an identifier and a password, or as the second factor of another
 * sign-in. Without a {@link PasskeyVerifier} every call is refused.
 */
public interface PasskeyLogin {

    /** {@return true where the host offers passkeys} */
    boolean isServed();

    /**
     * Starts a sign-in with a passkey only; the browser offers those that it has for this site. Reveals nothing about
     * accounts. One transaction of its own.
     *
     * @param address the client's IP address as determined by the host; null where it is not known
     * @return what the browser is to do, or why not
     */
    Outcome<PasskeyCeremony> begin(@Nullable String address);

    /**
     * Completes the sign-in. The use of the challenge is committed before the credential is verified; one transaction
     * of its own follows. A passkey with user verification counts as two factors, so that no second one is required.
     *
     * <p>{@link Refusal#INVALID_CREDENTIALS} is the only refusal for an unknown, wrong, used or late credential and for
     * an account that may not sign in.
     *
     * @param attempt the credential and the client
     * @return the new session, or the refusal
     */
    Outcome<SignIn> finish(Attempt attempt);

    /**
     * Starts the use of a passkey as the second factor of a sign-in; {@link SecondFactorLogin#finish} completes it. One
     * transaction of its own. Refused: a challenge that is unknown, used or expired, and an account without a passkey.
     *
     * @param challengeId from {@link SecondFactorChallenge#id()}
     * @return what the browser is to do, or why not
     */
    Outcome<PasskeyCeremony> beginSecondFactor(Secret challengeId);

    /**
     * Starts the registration of a passkey for an account that must have a second factor and has none
     * ({@link SecondFactorChallenge#wantsEnrolment}); {@link SecondFactorLogin#finish} adds the passkey and signs in.
     * One transaction of its own. Refused: a challenge that is unknown, used, expired or of another kind, and an
     * account without a verified address.
     *
     * @param challengeId from {@link SecondFactorChallenge#id()}
     * @return what the browser is to do, or why not
     */
    Outcome<PasskeyCeremony> beginEnrolment(Secret challengeId);

    /**
     * A sign-in with a passkey only.
     *
     * @param credential the credential from the browser, in its JSON form
     * @param client the client that signs in
     */
    record Attempt(FactorProof.Passkey credential, ClientInfo client) {}
}
