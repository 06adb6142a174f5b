package dev.lockstile.auth.factor;

import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with a passkey: alone, without a name and a password, or as the second step of another sign-in. Where the
 * host has given no {@link PasskeyVerifier}, nothing begins and nobody gets in.
 */
public interface PasskeyLogin {

    /** {@return true where the host serves passkeys: pages offer them then} */
    boolean isServed();

    /**
     * Begins a sign-in with a passkey alone; the browser offers those that it has for this site. Tells nothing about
     * anybody. One transaction of its own.
     *
     * @param address of the client, as the host knows it; null where it does not
     * @return what the browser is to do, or why not
     */
    StartResult begin(@Nullable String address);

    /**
     * Finishes it. The challenge is used up and that committed before anything is looked at; then one transaction of
     * its own. A passkey with user verification is both factors, so no second one is asked for.
     *
     * @param attempt what the browser made, and the client it came from
     * @return the person who is in, or why nobody is
     */
    Result finish(Attempt attempt);

    /**
     * Begins to show a passkey as the second factor of a sign-in; {@link SecondFactorLogin#finish} takes it. One
     * transaction of its own. Refused: a challenge that is no open one, and an account without a passkey.
     *
     * @param challengeId as {@link SecondFactorChallenge#id()} gave it
     * @return what the browser is to do, or why not
     */
    StartResult beginSecondFactor(Secret challengeId);

    /**
     * Begins to make a passkey for somebody who must have a second factor and has none ({@link
     * SecondFactorChallenge#wantsEnrolment}); {@link SecondFactorLogin#finish} takes what the browser made, adds it and
     * signs in. One transaction of its own. Refused: a challenge that is no open one of that kind, and an account with
     * no proven address.
     *
     * @param challengeId as {@link SecondFactorChallenge#id()} gave it
     * @return what the browser is to do, or why not
     */
    StartResult beginEnrolment(Secret challengeId);

    /**
     * A sign-in with a passkey alone.
     *
     * @param credential what the browser made, in its JSON form
     * @param client where the request comes from
     */
    record Attempt(FactorProof.Passkey credential, ClientInfo client) {}

    /** How asking for a passkey ended. */
    sealed interface StartResult {

        /**
         * This is what the browser is to do.
         *
         * @param ceremony once, and within ten minutes
         */
        record Started(PasskeyCeremony ceremony) implements StartResult {}

        /** The sign-in that it was for is none, or takes no passkey. */
        record Refused() implements StartResult {}

        /**
         * Too many requests; nothing was begun.
         *
         * @param retryAt when to try again
         */
        record Throttled(Instant retryAt) implements StartResult {}

        /** The host serves no passkeys. */
        record Off() implements StartResult {}
    }

    /** How a sign-in with a passkey alone ended. */
    sealed interface Result {

        /**
         * The person is in.
         *
         * @param signIn the session's tokens and the account
         */
        record SignedIn(SignIn signIn) implements Result {}

        /**
         * Nobody is in. One answer for an unknown, wrong, used or late credential and for an account that may not sign
         * in.
         */
        record Refused() implements Result {}

        /**
         * Too many requests; nothing was looked at and nothing spent.
         *
         * @param retryAt when to try again
         */
        record Throttled(Instant retryAt) implements Result {}

        /** A mobile client has to say which device it is; nothing was spent. */
        record DeviceRequired() implements Result {}

        /** The host serves no passkeys. */
        record Off() implements Result {}
    }
}
