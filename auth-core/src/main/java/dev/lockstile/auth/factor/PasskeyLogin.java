package dev.lockstile.auth.factor;

import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with a passkey: alone, without a name and a password, or as the second step of another sign-in. Where the
 * host has given no {@link PasskeyVerifier}, nothing begins and no account is signed in.
 */
public interface PasskeyLogin {

    /** {@return true where the host serves passkeys: pages offer them then} */
    boolean isServed();

    /**
     * Begins a sign-in with a passkey alone; the browser offers those that it has for this site. Tells nothing about
     * any account. One transaction of its own.
     *
     * @param address the client's IP address as determined by the host; null where it is not known
     * @return what the browser is to do, or why not
     */
    Outcome<PasskeyCeremony> begin(@Nullable String address);

    /**
     * Finishes it. The challenge is used up and that committed before anything is looked at; then one transaction of
     * its own. A passkey with user verification is both factors, so no second one is asked for.
     *
     * <p>{@link Refusal#INVALID_CREDENTIALS} is the one answer for an unknown, wrong, used or late credential and for
     * an account that may not sign in.
     *
     * @param attempt what the browser made, and the client it came from
     * @return the new session, or why there is none
     */
    Outcome<SignIn> finish(Attempt attempt);

    /**
     * Begins to show a passkey as the second factor of a sign-in; {@link SecondFactorLogin#finish} takes it. One
     * transaction of its own. Refused: a challenge that is no open one, and an account without a passkey.
     *
     * @param challengeId as {@link SecondFactorChallenge#id()} gave it
     * @return what the browser is to do, or why not
     */
    Outcome<PasskeyCeremony> beginSecondFactor(Secret challengeId);

    /**
     * Begins to make a passkey for an account that must have a second factor and has none ({@link
     * SecondFactorChallenge#wantsEnrolment}); {@link SecondFactorLogin#finish} takes what the browser made, adds it and
     * signs in. One transaction of its own. Refused: a challenge that is no open one of that kind, and an account with
     * no proven address.
     *
     * @param challengeId as {@link SecondFactorChallenge#id()} gave it
     * @return what the browser is to do, or why not
     */
    Outcome<PasskeyCeremony> beginEnrolment(Secret challengeId);

    /**
     * A sign-in with a passkey alone.
     *
     * @param credential what the browser made, in its JSON form
     * @param client where the request comes from
     */
    record Attempt(FactorProof.Passkey credential, ClientInfo client) {}
}
